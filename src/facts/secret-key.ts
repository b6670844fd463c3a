import type { Fact } from './fact';

/** A key of the app that encrypts a secret. */
export interface SecretKeyFacts {
  /** Key of the key in the app; not for messages. */
  readonly id: string;
  /** Ids of the roles that its policy names; *unknown* where it names principals that are not in the app. */
  readonly policyRoles: Fact<readonly string[]>;
}
