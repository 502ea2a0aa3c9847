// The numbers of the ranking, found on the half `dev` of the questions in benchmarks/search.
export const TUNING = {
  unknown: 3, // weight of a word that no title has
  pair: 0.9, // of two syllables side by side, beside the syllables themselves
  lexical: 0.25, // share of its uses from which two neighbours count as one word
  keeps: 0.15, // the same for a neighbour that keeps a filler or a short expression from being one: "chữ ký" has no "chú"
  scattered: 0.45, // credit for a syllable of such a word that stands alone
  keyword: 0.9, // a word of a popular name or keyword, beside one of the title
  named: 0.85, // a whole popular name or keyword that was asked for, beside a whole title
  precision: 0.42, // how much of the score is how much of the title was asked for
  decay: 7, // syllables after which the weight of a title's tail is halved
  typing: 0.85, // a half-typed word
  target: 1.5, // how sharply a half-met official name loses
  denied: 0.3, // weight of a span that the question says it is not about
  before: 0.6, // the same of a span before "muốn", "xin", where one stands behind it
  usual: 1.2, // how much more the usual matter counts where only a name was typed
  bare: 4, // syllables of such a name at most
  story: 1.5, // most weight of all other words, beside the expressions
  special: 0.98, // what a record loses for each special case of content/search/questions.yml that its title names and nobody asked for
  fitting: 1.05, // what a record gains for each that was asked for
  none: 0.34, // coverage under which nothing fits
  weak: 0.8, // the same when no two words were found together and no expression was recognised
  kind: 0.6, // the same when a thing of a kind was recognised
  met: 0.7, // share of an expression's official name from which a title matches, whatever else the query contains …
  recognised: 0.2, // … so that this coverage is enough
  offTopic: 0.9, // the same when the question seems to be about something else altogether
  half: 0.5, // the same when an expression was recognised all the same
  sure: 0.8, // coverage from which an own result outweighs "another body does this"
  most: 30,
  enough: 1.2, // BM25F: how often a word must be said until more of it adds little (k1)
  asked: 2, // BM25F: how much more a word in the questions of people says than one of the title
  length: 0.3, // BM25F: how much a long text is held against its words (b)
  longer: 0.3, // what a title loses that is longer than the official name of an expression: only the nearest is meant
  second: 0.6, // share of BM25F in the score
  alone: 1, // evidence of BM25F from which it answers where the expressions find nothing
  doubt: 0.9, // BM25F under which an answer is none, whatever the expressions say
  shown: 0.35, // share of the best score from which a result is shown
};
