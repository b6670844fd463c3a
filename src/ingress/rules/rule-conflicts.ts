import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Reference, Stack, Token, Tokenization } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { RequestConditions } from './request-conditions';
import { roomFor } from './rule-priority';
import { covers } from '../../facts/rule-conditions';
import { render } from '../../gotchas/message';
import { netRulePriorityTaken } from '../../gotchas/net/net-rule-priority-taken';
import { netRuleShadowed } from '../../gotchas/net/net-rule-shadowed';

/** Conditions of the rules of our services. */
const conditionsOf = new WeakMap<IConstruct, RequestConditions>();

/** Listeners of the app whose rules are compared at synthesis. */
const watched = new WeakMap<IConstruct, Set<string>>();

/** Compares the rule, at synthesis, with all others of its listener in the app, of any construct. */
export function watchRule(rule: elbv2.CfnListenerRule, conditions: RequestConditions, listener: IConstruct): void {
  conditionsOf.set(rule, conditions);
  const key = listenerOf(rule);
  const { root } = rule.node;
  const keys = watched.get(root) ?? new Set();
  watched.set(root, keys);
  if (keys.has(key)) return;
  keys.add(key);
  listener.node.addValidation({ validate: () => conflicts(rulesOf(root, key)) });
}

function rulesOf(root: IConstruct, key: string): readonly elbv2.CfnListenerRule[] {
  return root.node.findAll()
    .filter((one): one is elbv2.CfnListenerRule => one instanceof elbv2.CfnListenerRule && listenerOf(one) === key)
    .sort((one, other) => one.priority - other.priority);
}

/** Identifies a listener, wherever it is referred to. */
function listenerOf(rule: elbv2.CfnListenerRule): string {
  const listenerArn = rule.listenerArn!;
  if (!Token.isUnresolved(listenerArn)) return listenerArn;
  const token = Tokenization.reverseString(listenerArn).firstToken;
  if (token && Reference.isReference(token)) return `${token.target.node.path} ${token.displayName}`;
  return `${Stack.of(rule).node.path} ${JSON.stringify(Stack.of(rule).resolve(listenerArn))}`;
}

function conflicts(rules: readonly elbv2.CfnListenerRule[]): string[] {
  return rules.flatMap((rule, index) => {
    const before = rules.slice(0, index).filter((other) => !Token.isUnresolved(other.priority));
    if (Token.isUnresolved(rule.priority)) return [];
    const taken = before.find(({ priority }) => priority === rule.priority);
    return taken ? [samePriority(rule, taken, rules)] : before.flatMap((other) => shadowing(rule, other)).slice(0, 1);
  });
}

function samePriority(rule: elbv2.CfnListenerRule, other: elbv2.CfnListenerRule, rules: readonly elbv2.CfnListenerRule[]): string {
  return render({
    headline: `priority (${rule.priority}) is taken by ${ownerOf(other)}`,
    gotcha: netRulePriorityTaken,
    at: ownerOf(rule),
    property: 'ingress.priority',
    why: 'Elastic Load Balancing allows each priority of a listener once: the second deployment fails with "Priority … is currently in use".',
    fix: `set another priority on one of the two, ${freePriority(rule, rules)} is free`,
  });
}

/** Among those that a rule like this gets. */
function freePriority(rule: elbv2.CfnListenerRule, rules: readonly elbv2.CfnListenerRule[]): number {
  const taken = new Set(rules.map(({ priority }) => priority));
  const { first, size } = roomFor(conditionsOf.get(rule) ?? {});
  return Array.from({ length: size }, (_, index) => first + (rule.priority + index) % size).find((priority) => !taken.has(priority)) ?? 1;
}

function shadowing(rule: elbv2.CfnListenerRule, before: elbv2.CfnListenerRule): string[] {
  const [narrow, wide] = [conditionsOf.get(rule), conditionsOf.get(before)];
  if (!narrow || !wide || !covers(wide, narrow)) return [];
  const same = covers(narrow, wide);
  return [render({
    headline: same
      ? `ingress (${written(narrow)}) matches the same requests as ${ownerOf(before)}`
      : `ingress (${written(narrow)}) gets no request, ${ownerOf(before)} is evaluated first (priority ${before.priority} before ${rule.priority}) and matches them all`,
    gotcha: netRuleShadowed,
    at: ownerOf(rule),
    property: 'ingress',
    fix: same ? 'set different conditions on the two' : `set a priority below ${before.priority}`,
  })];
}

/** The service that the rule was made for, or the rule. */
function ownerOf(rule: elbv2.CfnListenerRule): string {
  const ingress = conditionsOf.has(rule) ? rule.node.scopes.filter(({ node }) => node.id === 'Ingress').pop() : undefined;
  return (ingress?.node.scope ?? rule).node.path;
}

function written(conditions: RequestConditions): string {
  const said = Object.entries(conditions).filter(([, values]) => values !== undefined);
  return said.map(([name, values]) => `${name} ${JSON.stringify(values, (_, value: unknown) => (Token.isUnresolved(value) ? 'a token' : value))}`).join(', ');
}
