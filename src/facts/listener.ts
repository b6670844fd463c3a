import { balancerFacts, type BalancerFacts } from './balancer';
import { NOT_SAID, Unknown, type Fact } from './fact';
import type { ReferenceFacts } from './reference';
import type { SignInClientFacts } from './sign-in-client';

/** A host name that clients call a listener by. */
export interface ServedHostFacts {
  /** In lower case; may be a pattern. */
  readonly name: Fact<string>;
  /** The rule or the record that shows it. */
  readonly from: string;
}

export interface ListenerFacts {
  readonly protocol: Fact<string | undefined>;
  readonly port: Fact<number | undefined>;
  readonly certificates: Fact<number>;
  readonly hasAlpnPolicy: Fact<boolean>;
  /** Names that its certificates are for, those of certificates that are added to it too. */
  readonly certifiedNames: Fact<readonly Fact<string>[]>;
  readonly servedHosts: Fact<readonly ServedHostFacts[]>;
  /** `undefined`: Elastic Load Balancing defaults to `ELBSecurityPolicy-2016-08` for TLS. */
  readonly sslPolicy: Fact<string | undefined>;
  /** Types of the default actions: `forward`, `redirect`, … */
  readonly defaultActions: Fact<readonly Fact<string>[]>;
  /** Its default actions. */
  readonly actions: Fact<readonly ActionFacts[]>;
  /** Its default actions that forward with a `ForwardConfig`. */
  readonly forwards: Fact<readonly ForwardFacts[]>;
  /** Target groups of the app that it and its rules forward to. */
  readonly forwarded: Fact<readonly ForwardedFacts[]>;
  /** Earlier listeners of the app for the same port of the same load balancer, by their names. */
  readonly samePort: Fact<readonly string[]>;
  readonly region: Fact<string>;
  /** Regions of the certificates that it names by their ARNs. */
  readonly certificateRegions: Fact<readonly Fact<string>[]>;
  readonly balancer: BalancerFacts;
  /** Redirects of it and of its rules in the app. */
  readonly redirects: Fact<readonly RedirectFacts[]>;
  /** Types of the actions of its rules in the app. */
  readonly ruleActions: Fact<readonly Fact<string>[]>;
  /** App clients of Amazon Cognito that it and its rules sign users in with. */
  readonly signInClients: Fact<readonly SignInClientFacts[]>;
  /** `off`, `passthrough` or `verify`; `undefined`: clients are asked for no certificate. */
  readonly mutualTls: Fact<string | undefined>;
  /** The trust store with the authorities whose certificates are accepted. */
  readonly hasTrustStore: Fact<boolean>;
  /** References that yield something else than their property takes. */
  readonly misreferred: Fact<readonly ReferenceFacts[]>;
}

/** A target group that a listener or one of its rules forwards to. */
export interface ForwardedFacts {
  /** Logical id, for messages. */
  readonly name: string;
  readonly protocol: Fact<string | undefined>;
  /** Elastic Load Balancing defaults to `ipv4`. */
  readonly addressType: Fact<string>;
  readonly protocolVersion: Fact<string | undefined>;
}

/** An action of a listener, or of a rule of one. */
export interface ActionFacts {
  readonly type: Fact<string>;
  readonly order: Fact<number | undefined>;
  /** Parts of a fixed response. */
  readonly statusCode: Fact<string | undefined>;
  readonly contentType: Fact<string | undefined>;
  readonly bodyLength: Fact<number>;
}

/** An action that forwards with a `ForwardConfig`. */
export interface ForwardFacts {
  readonly targets: Fact<readonly ForwardTargetFacts[]>;
  /** `undefined`: it has none. */
  readonly stickiness: Fact<ForwardStickinessFacts | undefined>;
}

export interface ForwardTargetFacts {
  /** Identifies the target group; not for messages. */
  readonly group: Fact<string>;
  readonly weight: Fact<number | undefined>;
}

/** Stickiness of clients to one of the target groups of an action. */
export interface ForwardStickinessFacts {
  readonly enabled: Fact<boolean>;
  readonly durationSeconds: Fact<number | undefined>;
}

/** A redirect, with the parts of the URL that it changes. */
export interface RedirectFacts {
  /** Logical id of the listener or the rule, for messages. */
  readonly from: string;
  readonly protocol: Fact<string | undefined>;
  readonly port: Fact<string | undefined>;
  readonly host: Fact<string | undefined>;
  readonly path: Fact<string | undefined>;
}

/** A condition of a rule. */
export interface RuleConditionFacts {
  /** As in `path-pattern`. */
  readonly field: Fact<string>;
  /** Its plain values, of query strings too. */
  readonly values: Fact<readonly Fact<string>[]>;
  /** Name of the header that it compares. */
  readonly headerName: Fact<string | undefined>;
  /** Objects of kinds that it has, as in `PathPatternConfig`. */
  readonly configs: Fact<readonly string[]>;
}

/** A rule of a listener. */
export interface ListenerRuleFacts {
  readonly priority: Fact<number>;
  /** Values that its conditions compare with, all together. */
  readonly conditionValues: Fact<number>;
  readonly conditions: Fact<readonly RuleConditionFacts[]>;
  readonly actions: Fact<readonly ActionFacts[]>;
  /** Its actions that forward with a `ForwardConfig`. */
  readonly forwards: Fact<readonly ForwardFacts[]>;
  /** Other rules of the app that have the same listener and the same priority, by where they are. */
  readonly samePriority: Fact<readonly string[]>;
  /** Rules of the app with a higher priority that match every request of this rule. */
  readonly shadowedBy: Fact<readonly string[]>;
  /** References that yield something else than their property takes. */
  readonly misreferred: Fact<readonly ReferenceFacts[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function listenerFacts(given: Partial<ListenerFacts> = {}, otherwise = NOT_SAID): ListenerFacts {
  const unknown = new Unknown(otherwise);
  return {
    protocol: unknown,
    port: unknown,
    certificates: unknown,
    hasAlpnPolicy: unknown,
    certifiedNames: unknown,
    servedHosts: unknown,
    sslPolicy: unknown,
    defaultActions: unknown,
    actions: unknown,
    forwards: unknown,
    forwarded: unknown,
    samePort: unknown,
    region: unknown,
    certificateRegions: unknown,
    balancer: balancerFacts({}, otherwise),
    redirects: unknown,
    ruleActions: unknown,
    signInClients: unknown,
    mutualTls: unknown,
    hasTrustStore: unknown,
    misreferred: unknown,
    ...given,
  };
}

/** Fills the facts that are missing with *unknown*. */
export function listenerRuleFacts(given: Partial<ListenerRuleFacts> = {}, otherwise = NOT_SAID): ListenerRuleFacts {
  const unknown = new Unknown(otherwise);
  return {
    priority: unknown,
    conditionValues: unknown,
    conditions: unknown,
    actions: unknown,
    forwards: unknown,
    samePriority: unknown,
    shadowedBy: unknown,
    misreferred: unknown,
    ...given,
  };
}
