// The numbers of the ranking, found on the half `dev` of the questions in benchmarks/search.
export const TUNING = {
  unknown: 3, // weight of a word that no title has
  pair: 0.9, // of two syllables side by side, beside the syllables themselves
  lexical: 0.25, // share of its uses from which two neighbours count as one word
  keeps: 0.15, // the same for a neighbour that keeps a filler or a short expression from being one: "chữ ký" has no "chú"
  keyword: 0.9, // a word of a popular name or keyword, beside one of the title
  precision: 0.42, // how much of the score is how much of the title was asked for
  decay: 7, // syllables after which the weight of a title's tail is halved
  typing: 0.85, // a half-typed word
  denied: 0.3, // weight of a span that the question says it is not about
  before: 0.6, // the same of a span before "muốn", "xin", where one stands behind it
  usual: 1.2, // how much more the usual matter counts where only a name was typed
  bare: 4, // syllables of such a name at most
  met: 0.7, // share of an official name from which a title means it
  sure: 0.8, // coverage from which an own result outweighs "another body does this", and from which a short question is a name
  certain: 2.4, // certainty from which an own result outweighs "another body does this", once the sample questions have come
  most: 30,
  enough: 1.2, // BM25F: how often a word must be said until more of it adds little (k1)
  asked: 2, // BM25F: how much more a word in the questions of people says than one of the title
  length: 0.3, // BM25F: how much a long text is held against its words (b)
  longer: 0.3, // what a title loses that is longer than the official name of an expression: only the nearest is meant
  second: 0.5, // share of BM25F in the score
  siblings: 5, // first results that the third opinion compares
  third: 0.02, // how much its odds count
  together: 0.3, // of two words in one text, beside the words themselves
  named: 0.6, // share of a title that was asked for from which it is that name, and the third opinion says nothing
  prior: 100, // words and pairs for which what is said of all of them stands beside what is said of one
  certainty: [-5.2, 1.81, 5.64, -1.26, 2.96, -4.21, 0.36], // whether the best result is an answer: see search-certainty.js; the first is less than fitted: one right answer in a hundred is lost
  many: 0.33, // how much surer of an answer a site is for each natural logarithm of its procedures above `known`
  known: 225, // procedures of the site whose questions `certainty` was fitted to
  unseen: 3e-4, // naive Bayes: how likely a syllable or pair is that no sample question has
  half: 0.5, // coverage from which a question that is still being typed is answered
  absent: 0.9, // what a record loses that another edition has, or that has ended
  special: 0.95, // what one for a special case loses that the question says nothing of
  near: -2, // certainty from which the nearest procedures are shown where none of them is an answer
  shown: 0.35, // share of the best score from which a result is shown
};
