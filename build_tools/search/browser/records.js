/** What the shards know of their records: kind, time, area, length, and where their texts are. */

const KINDS = ["report", "section", "footnote", "directive"];
const LEAST = 48; // see shards.py
const STEPS = 3;

const lengthOf = (sign) => 2 ** ((sign.charCodeAt(0) - LEAST) / STEPS) - 1;

class Columns {
  constructor(shard, columns) {
    Object.assign(this, columns);
    this.shard = shard;
    this.groupOf = new Uint16Array(shard.count);
    this.packOf = new Uint16Array(shard.count);
    this.placeOf = new Uint16Array(shard.count);
    this.first = [];
    let record = 0;
    this.groups.forEach((count, group) => {
      this.first.push(record);
      let pack = 0;
      let place = 0;
      for (const end = record + count; record < end; record += 1) {
        if (this.packs[record] === "1") [pack, place] = [pack + 1, 0];
        this.groupOf[record] = group;
        this.packOf[record] = pack;
        this.placeOf[record] = place++;
      }
    });
    this.lastParts = this.groups.map((count, group) => {
      let last = "";
      for (let at = this.first[group]; at < this.first[group] + count; at += 1) if (this.parts[at] > last) last = this.parts[at];
      return last;
    });
  }

  /** One record; `head` is the record of its report, `number` counts through all shards. */
  info(record) {
    const group = this.groupOf[record];
    const own = this.isReports ? group : record;
    const first = this.first[group];
    return {
      shard: this.shard,
      number: this.shard.base + record,
      head: this.isReports ? this.shard.base + first : -1,
      kind: KINDS[this.kinds[record]],
      year: this.year[own] || null,
      quarter: Number(this.quarters[own]) || null,
      day: this.days[own],
      issuer: this.issuers[this.issuer[own]],
      area: this.areas[this.area[record]],
      part: this.parts[record],
      isLastPart: this.parts[record] === this.lastParts[group],
      cited: this.isReports ? null : this.cited[own],
      length: lengthOf(this.lengths[record]),
      texts: [group, this.packOf[record], this.placeOf[record]],
    };
  }
}

export class Records {
  #columns = new Map();

  constructor({ average }) {
    this.averagePairs = average;
  }

  /** Fetch what is known of the records of these shards. */
  async know(shards) {
    await Promise.all([...shards].map(async (shard) => {
      const columns = await shard.columns();
      if (!this.#columns.has(shard)) this.#columns.set(shard, new Columns(shard, columns));
    }));
  }

  of(shard, record) {
    return this.#columns.get(shard).info(record);
  }
}

/** Whether a record is within the filters, each a list of texts. */
export function passes(record, filters) {
  return Object.entries(filters).every(([name, values]) => values.includes(String(record[name] ?? "")));
}
