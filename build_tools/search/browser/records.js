/** The records of the catalogue, and which of them a place in the index belongs to. */

const KINDS = ["report", "section", "footnote", "directive"];

/** Sums before each item: [2, 3, 4] → [0, 2, 5]. */
function starts(lengths) {
  let sum = 0;
  return lengths.map((length) => (sum += length) - length);
}

const sums = (ones, others) => ones.map((one, at) => one + others[at]);

function indexOf(sorted, place) {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= place) low = middle;
    else high = middle;
  }
  return low;
}

export class Records {
  constructor(catalogue) {
    this.groups = new Map(catalogue.groups.map((group) => [group.id, group]));
    this.count = 0;
    let pairs = 0;
    for (const group of catalogue.groups) {
      group.pairs = sums(group.pairs, group.words); // written as differences
      group.titlePairs = sums(group.titlePairs, group.titleWords);
      group.wordStarts = starts(group.words);
      group.pairStarts = starts(group.pairs);
      group.firstPair = group.words.reduce((sum, length) => sum + length, 0);
      this.count += group.words.length;
      pairs += group.pairs.reduce((sum, length) => sum + length, 0);
      if (group.quarter) group.year = Number(group.year);
    }
    this.averagePairs = pairs / Math.max(this.count, 1);
    this.catalogue = catalogue;
  }

  /** Calls `visit(group, record, place in the record)` for every place of a key. */
  eachPlace(answer, isPair, visit) {
    for (const { page, at } of answer) {
      const group = this.groups.get(page);
      const from = isPair ? group.pairStarts : group.wordStarts;
      for (const place of at) {
        const own = isPair ? place - group.firstPair : place;
        const record = indexOf(from, own);
        visit(group, record, own - from[record]);
      }
    }
  }

  kind(group, record) {
    return KINDS[group.kinds[record]];
  }

  year(group, record) {
    return group.year ?? group.years[record] ?? null;
  }

  /** Whether a record is within the filters, each a list of texts. */
  passes(group, record, filters) {
    const { issuers, areas } = this.catalogue;
    const own = {
      kind: this.kind(group, record),
      year: this.year(group, record),
      quarter: group.quarter,
      issuer: issuers[group.issuers ? group.issuers[record] : group.issuer],
      area: group.areas && areas[group.areas[record]],
    };
    return Object.entries(filters).every(([name, values]) => values.includes(String(own[name] ?? "")));
  }
}
