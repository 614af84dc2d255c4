/** Messages that are made and kept together. */
const PAGE = 20;
/** Pages that are there while the reader follows the end: more than a screen, and soon made. */
const AT_END = 4;
/** More than these are too many to keep while following. */
const AT_END_MOST = 8;
/** Pages that are there at most while the reader looks back: what is far away goes, as each one costs every frame. */
const MOST = 12;

/**
 * Which part of a long conversation is in the document: some pages in a row, up to the end while the
 * reader is near it. A page always has the same messages, as the log only grows at its end, so a new
 * message changes the last page alone.
 */
export class MessagePages {
  #count = 0;
  #first = 0;
  /** The page after the last that is there. */
  #end = 0;

  /** The first page that is there. */
  get first(): number {
    return this.#first;
  }

  /** Whether the last message is there. */
  get hasEnd(): boolean {
    return this.#end === this.#pages;
  }

  /** From the first that is there to the last. */
  get numbers(): readonly number[] {
    return Array.from({ length: this.#end - this.#first }, (_, place) => this.#first + place);
  }

  /** @returns from which message to before which one a page goes */
  range(page: number): readonly [from: number, to: number] {
    return [page * PAGE, Math.min((page + 1) * PAGE, this.#count)];
  }

  /**
   * @param count messages of the whole conversation
   * @param following whether the reader is at its end, and sees nothing of the earlier pages
   */
  update(count: number, following: boolean): void {
    const grew = count >= this.#count;
    const hadEnd = this.hasEnd;
    this.#count = count;
    if (hadEnd || following) this.#end = this.#pages;
    if (!grew || (following && this.#pages - this.#first > AT_END_MOST)) this.toEnd();
    else if (following) this.#first = Math.min(this.#first, this.#start);
  }

  /** Back to the pages at the end. */
  toEnd(): void {
    this.#first = this.#start;
    this.#end = this.#pages;
  }

  /** One page more before the others. */
  earlier(): void {
    this.#first = Math.max(0, this.#first - 1);
    this.#end = Math.min(this.#end, this.#first + MOST);
  }

  /** One page more after the others. */
  later(): void {
    this.#end = Math.min(this.#pages, this.#end + 1);
    this.#first = Math.max(this.#first, this.#end - MOST);
  }

  get #pages(): number {
    return Math.ceil(this.#count / PAGE);
  }

  get #start(): number {
    return Math.max(0, this.#pages - AT_END);
  }
}
