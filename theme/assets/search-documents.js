// The documents of the law: fetched with their part of the index when a question may name one.

/** The index with the documents, `more`, behind it. */
export function whole(raw, more) {
  const size = raw.groups.length;
  return {
    ...raw,
    words: raw.words + more.words,
    titles: `${raw.titles} ${more.titles}`,
    codes: `${raw.codes} ${more.codes}`,
    urls: `${raw.urls}\n${more.urls}`,
    addresses: `${raw.addresses}\n${more.addresses}`,
    groups: raw.groups + more.groups,
    field: raw.field + more.field,
    levels: raw.levels + more.levels,
    called: raw.called + more.called,
    kinds: null,
    behind: { from: size, parts: more.parts, facts: more.facts, validity: more.validity },
  };
}
