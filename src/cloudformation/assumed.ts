/** A value that is none of those that conditions compare a parameter with. */
export class NoneOf {
  public constructor(public readonly compared: readonly string[]) {}
}

/** What a parameter is taken to be given. */
export type Assumed = string | NoneOf;
