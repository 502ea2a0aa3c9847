// Syllables that stand side by side. Nothing is counted ahead: where a syllable stands is looked up when a question has it.

/** The number that ends a run. */
export const END = 65535;

export class Runs {
  /** flat: the numbers of all runs, END behind each; size: how many numbers there are; owners: whose each place is.
   * @param {Uint16Array | Int32Array} flat @param {number} size @param {Uint16Array | Uint32Array} [owners] */
  constructor(flat, size, owners = new Uint16Array()) {
    this.flat = flat;
    this.owners = owners;
    this.starts = new Uint32Array(size + 1);
    for (let place = 0; place < flat.length; place++) if (flat[place] < size) this.starts[flat[place] + 1]++;
    for (let number = 0; number < size; number++) this.starts[number + 1] += this.starts[number];
    const next = this.starts.slice();
    this.all = new Uint32Array(this.starts[size]);
    for (let place = 0; place < flat.length; place++) if (flat[place] < size) this.all[next[flat[place]]++] = place;
  }

  /** How many times a number stands anywhere; 0 for one that is not here. @param {number} number */
  count(number) {
    return this.places(number).length;
  }

  /** The places of a number, in order. @param {number} number */
  places(number) {
    return this.all.subarray(this.starts[number] ?? 0, this.starts[number + 1] ?? 0);
  }

  /** The places of `first` with `second` behind them, in order. @param {number} first @param {number} second */
  beside(first, second) {
    const found = [];
    if (this.count(first) <= this.count(second)) {
      for (const place of this.places(first)) if (this.flat[place + 1] === second) found.push(place);
    } else {
      for (const place of this.places(second)) if (this.flat[place - 1] === first) found.push(place - 1);
    }
    return found;
  }
}
