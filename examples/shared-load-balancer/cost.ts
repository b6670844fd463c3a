/* eslint-disable no-console */
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { App, Stack } from 'aws-cdk-lib/core';
import { Ingress } from 'cdk-ecs-guardrails';
import { TeamStack } from './team-stack';
import { defineTeams, TEAMS } from './teams';

// us-east-1, in dollars: https://aws.amazon.com/elasticloadbalancing/pricing/, https://aws.amazon.com/vpc/pricing/
const HOURS = 730;
const LOAD_BALANCER_HOUR = 0.0225;
const PUBLIC_IPV4_HOUR = 0.005;

const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

/** The load balancers of an app, each with a public address in each of its subnets. */
function countIn(define: (app: App) => void): { readonly loadBalancers: number; readonly addresses: number } {
  const app = new App({ analyticsReporting: false });
  define(app);
  const resources = app.synth().stacks.flatMap(({ template }) => Object.values<any>(template.Resources));
  const found = resources.filter(({ Type }) => Type === LOAD_BALANCER);
  return { loadBalancers: found.length, addresses: found.flatMap(({ Properties }) => Properties.Subnets).length };
}

function oneForEach(app: App): void {
  const network = new Stack(app, 'Platform');
  const cluster = new ecs.Cluster(network, 'Cluster');
  for (const [team, services] of Object.entries(TEAMS)) {
    new TeamStack(app, team, { cluster, services, imageTag: '1.27', ingressOf: () => Ingress.publicHttp() });
  }
}

for (const [name, define] of [['one shared', (app: App) => void defineTeams(app, '1.27')], ['one for each service', oneForEach]] as const) {
  const { loadBalancers, addresses } = countIn(define);
  const dollars = HOURS * (loadBalancers * LOAD_BALANCER_HOUR + addresses * PUBLIC_IPV4_HOUR);
  console.log(`${name}: ${loadBalancers} load balancers, ${addresses} public addresses, $${dollars.toFixed(2)} a month before traffic`);
}
