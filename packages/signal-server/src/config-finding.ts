/** Something in the environment that the server cannot start with. Never holds the value itself. */
export interface ConfigFinding {
  readonly variable: string;
  readonly message: string;
}
