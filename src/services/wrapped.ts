import type { IConstruct, IMixin, Node } from 'constructs';

/** Something of the CDK that parts of this library see as their own: its place in the tree is that of the construct. */
export class Wrapped implements IConstruct {
  public constructor(private readonly construct: IConstruct) {}

  public get node(): Node {
    return this.construct.node;
  }

  public with(...mixins: IMixin[]): IConstruct {
    return this.construct.with(...mixins);
  }
}
