// @ts-check
'use strict';

/** The app that every case builds: stacks of 25 services, each stack with a cluster, a namespace and a load balancer. */

const { App, Stack } = require('aws-cdk-lib/core');
const ec2 = require('aws-cdk-lib/aws-ec2');
const ecs = require('aws-cdk-lib/aws-ecs');
const elbv2 = require('aws-cdk-lib/aws-elasticloadbalancingv2');
const cloudmap = require('aws-cdk-lib/aws-servicediscovery');

const SERVICES_PER_STACK = 25;
const SETTINGS = [
  `${SERVICES_PER_STACK} services a stack, each stack with a cluster, a namespace and a load balancer of its own; imported VPC`,
  'as the CDK CLI runs an app: recommended feature flags, path and asset metadata, version reporting, tree.json, stack traces',
  "the CDK's built-in CloudFormation validation off and no rule pack, but where named",
];

/** Context that the CDK CLI passes to the app of a new project: `cdk init`'s feature flags, and its own switches. */
function cliContext() {
  return {
    // @ts-ignore: the file has no types
    ...require('aws-cdk-lib/recommended-feature-flags.json'),
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:enable-asset-metadata': true,
    'aws:cdk:version-reporting': true,
    'aws:cdk:bundling-stacks': ['**'],
  };
}

/**
 * Resources that the services of a stack share.
 *
 * @typedef {object} Platform
 * @property {import('aws-cdk-lib/core').Stack} stack
 * @property {import('aws-cdk-lib/aws-ec2').IVpc} vpc
 * @property {import('aws-cdk-lib/aws-ecs').ICluster} cluster
 * @property {import('aws-cdk-lib/aws-servicediscovery').INamespace} dnsNamespace
 * @property {import('aws-cdk-lib/aws-elasticloadbalancingv2').ApplicationListener} listener
 */

/** @returns {Platform} */
function newPlatform(/** @type {import('constructs').Construct} */ app, /** @type {string} */ id) {
  const stack = new Stack(app, id, { env: { account: '111111111111', region: 'eu-west-1' } });
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-11111111',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    publicSubnetIds: ['subnet-aaaaaaaa', 'subnet-bbbbbbbb'],
    publicSubnetRouteTableIds: ['rtb-aaaaaaaa', 'rtb-bbbbbbbb'],
    privateSubnetIds: ['subnet-cccccccc', 'subnet-dddddddd'],
    privateSubnetRouteTableIds: ['rtb-cccccccc', 'rtb-dddddddd'],
  });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true });
  return {
    stack,
    vpc,
    cluster: new ecs.Cluster(stack, 'Cluster', { vpc }),
    dnsNamespace: new cloudmap.PrivateDnsNamespace(stack, 'Namespace', { name: `${id.toLowerCase()}.internal`, vpc }),
    listener: loadBalancer.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) }),
  };
}

/** Name of a service, and the variables of its container. */
function nameAndEnvironment(/** @type {number} */ index) {
  const name = `svc${index}`;
  return {
    name,
    environment: { NAME: name, STAGE: 'production', LOG_LEVEL: 'info', TABLE: `table-${index}`, QUEUE: `queue-${index}` },
  };
}

/**
 * An app of `count` services of one variant.
 *
 * @param {string} outdir
 * @param {number} count
 * @param {import('./variants').Variant} variant
 * @param {{ validation?: boolean }} [options] whether the CDK's own validation runs, as it does by default
 */
function newApp(outdir, count, variant, { validation = false } = {}) {
  const app = new App({ outdir, context: cliContext(), analyticsReporting: true, autoSynth: false, builtinCloudFormationValidation: validation });
  for (let first = 0; first < count; first += SERVICES_PER_STACK) {
    const addService = variant.servicesOf(newPlatform(app, `Stack${first / SERVICES_PER_STACK}`));
    const services = Math.min(SERVICES_PER_STACK, count - first);
    for (let n = 0; n < services; n++) addService({ ...nameAndEnvironment(first + n), priority: n + 1 });
  }
  return app;
}

module.exports = { SERVICES_PER_STACK, SETTINGS, newApp };
