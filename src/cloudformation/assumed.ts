/** A value that is none of those that conditions compare a parameter with. */
export class NoneOf {
  public constructor(public readonly compared: readonly string[]) {}
}

/** Value that a parameter is assumed to have. */
export type Assumed = string | NoneOf;
