/** What the person is asked before something that hurts. */
export interface Question {
  readonly heading: string;
  /** What will happen, and to whom. */
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
  /** Offers to say something with it. */
  readonly word?: {
    readonly label: string;
    readonly help: string;
    /** To be taken as they are, or changed. */
    readonly ready: readonly string[];
    /** Characters at most. */
    readonly maxLength: number;
  };
}
