import type { Fact } from './fact';
import type { SecurityGroupFacts } from './security-group';

/** A database, cache or search domain of the app that the containers of a service connect to. */
export interface DataStoreFacts {
  /** Key of the data store in the app; not for messages. */
  readonly id: string;
  readonly name: string;
  readonly port: Fact<number>;
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
}
