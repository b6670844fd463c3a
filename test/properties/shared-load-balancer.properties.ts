import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { FargateWebService, Ingress, SharedLoadBalancer, type RequestConditions } from '../../src';
import { covers } from '../../src/facts/rule-conditions';
import { IMAGE, testCluster } from '../support/stacks';
import { RUNS, SEED } from './support/runs';

/** Services by name, each in a stack of its own. */
type Services = Readonly<Record<string, RequestConditions>>;

const conditions: fc.Arbitrary<RequestConditions> = fc.record({
  hostNames: fc.option(fc.uniqueArray(fc.constantFrom('a.example.com', 'b.example.com', '*.example.com', '*.eu.example.com'), { minLength: 1, maxLength: 2 }), { nil: undefined }),
  pathPatterns: fc.option(fc.uniqueArray(fc.constantFrom('/a', '/a/*', '/a/b/*', '/*', '*.png'), { minLength: 1, maxLength: 2 }), { nil: undefined }),
  methods: fc.option(fc.constant<string[]>(['GET']), { nil: undefined }),
  headers: fc.option(fc.constant<Record<string, string[]>>({ 'X-Version': ['2'] }), { nil: undefined }),
}).filter(({ hostNames = [], pathPatterns = [], methods = [], headers = {} }) => {
  const values = [...hostNames, ...pathPatterns, ...methods, ...Object.keys(headers)].length;
  return values > 0 && values <= 5;
});

const services: fc.Arbitrary<Services> = fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{0,7}$/), conditions, { minKeys: 2, maxKeys: 8 })
  .filter((given) => !('Platform' in given));

/** The priority of each service, or what the synth stops with. */
function prioritiesOf(given: Services): ReadonlyMap<string, number> | string {
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const platform = new Stack(app, 'Platform');
  const cluster = testCluster(platform);
  const loadBalancer = new SharedLoadBalancer(platform, 'Shared', { vpc: cluster.vpc, protocol: elbv2.ApplicationProtocol.HTTP });
  for (const [name, one] of Object.entries(given)) {
    new FargateWebService(new Stack(app, name), 'Web', { cluster, image: IMAGE, containerPort: 80, ingress: Ingress.shared({ loadBalancer, ...one }) });
  }
  const rules = app.node.findAll().filter((one): one is elbv2.CfnListenerRule => one instanceof elbv2.CfnListenerRule);
  const complaints = loadBalancer.listener.node.validate();
  return complaints.length > 0 ? complaints.join('\n\n') : new Map(rules.map((rule) => [Stack.of(rule).stackName, rule.priority]));
}

/** Synthesizing many stacks takes longer than one construct. */
const numRuns = Math.ceil(RUNS / 5);

test('a service keeps its priority when others are added or removed, in any order', () => {
  let compared = 0;
  fc.assert(fc.property(services, fc.func(fc.boolean()), (given, stays) => {
    const all = prioritiesOf(given);
    const fewer = prioritiesOf(Object.fromEntries(Object.entries(given).reverse().filter(([name]) => stays(name))));
    if (typeof all === 'string' || typeof fewer === 'string') return;
    for (const [name, priority] of fewer) {
      compared++;
      expect(all.get(name)).toBe(priority);
    }
  }), { seed: SEED, numRuns });
  expect(compared).toBeGreaterThan(0);
});

test('every priority is there once, and every service gets requests, or both are named', () => {
  fc.assert(fc.property(services, (given) => {
    const priorities = prioritiesOf(given);
    if (typeof priorities === 'string') {
      expect(priorities).toMatch(/^(priority|ingress) \(.* \[net-rule-(priority-taken|shadowed)\]\n {2}at: {3}\w+\/Web/);
      expect(Object.keys(given).filter((name) => priorities.includes(`${name}/Web`)).length).toBeGreaterThan(1);
      return;
    }
    expect(new Set(priorities.values()).size).toBe(Object.keys(given).length);
    for (const [name, narrow] of Object.entries(given)) {
      for (const [other, wide] of Object.entries(given)) {
        if (other !== name && covers(wide, narrow)) expect(priorities.get(name)).toBeLessThan(priorities.get(other)!);
      }
    }
  }), { seed: SEED, numRuns });
});

test('of services with the same requests one is refused', () => {
  fc.assert(fc.property(conditions, (one) => {
    expect(prioritiesOf({ Orders: one, Invoices: one })).toMatch(/matches the same requests as (Orders|Invoices)\/Web|is taken by/);
  }), { seed: SEED, numRuns: Math.ceil(numRuns / 4) });
});
