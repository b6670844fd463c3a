import { Construct } from 'constructs';
import { written } from './written';
import { refuse } from '../gotchas/message';

/** The path that a construct will have, for errors before it is created. Throws for a scope and an id that are none, which the types rule out except in JavaScript. */
export function pathOf(scope: Construct, id: string): string {
  if (!Construct.isConstruct(scope)) {
    refuse({
      headline: `scope is ${written(scope)}, it must be a construct`,
      at: typeof id === 'string' ? id : 'the construct',
      property: 'scope',
      fix: "pass the stack that the construct is a part of, which is this in its constructor: new FargateWorkerService(this, 'Worker', { … })",
    });
  }
  if (typeof id !== 'string' || id === '') {
    refuse({
      headline: `id is ${written(id)}, it must be a text that is unique within ${scope.node.path || 'the app'}`,
      at: scope.node.path || 'the app',
      property: 'id',
      fix: "pass the id between the scope and the properties: new FargateWorkerService(this, 'Worker', { … })",
    });
  }
  return scope.node.path ? `${scope.node.path}/${id}` : id;
}
