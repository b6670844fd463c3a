import type { NoneOf } from './assumed';
import type { Resource, Template } from './template';
import { Unknown } from '../facts/fact';

/** A resource of the app, or one attribute of it. */
export class Reference {
  public constructor(public readonly resource: Resource, public readonly attribute?: string) {}
}

/** Plain JSON at its place, after every intrinsic function above it is gone. */
export class Plain {
  public constructor(public readonly template: Template, public readonly json: unknown) {}
}

/** An unknown value that is none of those that conditions compare it with. */
export class AnyOther extends Unknown {
  public constructor(reason: string, public readonly noneOf: NoneOf) {
    super(reason);
  }
}

export type Resolved = Plain | Reference | Unknown;
