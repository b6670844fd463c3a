// @ts-check
'use strict';

/** Computes the duration of a deployment with the defaults of this library and of others. See docs/deployment-time.md. */

const ec2 = require('aws-cdk-lib/aws-ec2');
const ecs = require('aws-cdk-lib/aws-ecs');
const patterns = require('aws-cdk-lib/aws-ecs-patterns');
const { App, Stack } = require('aws-cdk-lib/core');
const { join } = require('node:path');
const { table } = require('./table');

const LIB = join(__dirname, '..', 'lib');
const TASKS = 10;
const IMAGE = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

/** @typedef {import('../src/timing').DeploymentTime} DeploymentTime */

/** The defaults of Elastic Load Balancing, which others leave as they are. */
const BALANCER = { intervalSeconds: 30, healthyThreshold: 5, unhealthyThreshold: 2, deregistrationDelaySeconds: 300 };

/** Percentages and times of what makes no CDK apps, as their own templates and examples have them. */
const WRITTEN_DOWN = {
  copilot: { minHealthyPercent: 100, maxHealthyPercent: 200, stopTimeoutSeconds: 30, targets: [{ ...BALANCER, deregistrationDelaySeconds: 60 }] },
  terraform: { minHealthyPercent: 66, maxHealthyPercent: 200, stopTimeoutSeconds: 120, targets: [BALANCER] },
  terraformExample: { minHealthyPercent: 66, maxHealthyPercent: 200, stopTimeoutSeconds: 120, targets: [{ ...BALANCER, deregistrationDelaySeconds: 5 }] },
};

/** The table of this library and its peers. Needs lib/. */
function deploymentTimes() {
  const { FargateWebService, Ingress } = require(LIB);
  const { inWords, TYPICAL } = require(join(LIB, 'timing'));
  const ours = synthesized((stack, cluster) => new FargateWebService(stack, 'Web', {
    cluster, image: IMAGE, containerPort: 80, desiredCount: TASKS, ingress: Ingress.publicHttp(),
  }));
  const copilot = written(WRITTEN_DOWN.copilot);
  /** @type {[string, DeploymentTime][]} */
  const rows = [
    ['this library', ours],
    ['ecs-patterns', synthesized((stack, cluster) => new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      cluster, desiredCount: TASKS, taskImageOptions: { image: IMAGE },
    }))],
    ['Copilot', copilot],
    ['Terraform module, target group as ELB makes it', written(WRITTEN_DOWN.terraform)],
    ['Terraform module, target group of its example', written(WRITTEN_DOWN.terraformExample)],
  ];
  const { startSeconds, bootSeconds, shutdownSeconds } = TYPICAL;
  return [
    `A deployment of ${TASKS} tasks, as src/timing computes it. Estimated for all alike: ${startSeconds} s to start a task, ${bootSeconds} s until it`,
    `answers, ${shutdownSeconds} s to end it after SIGTERM; at most, it is killed after its stop timeout. "waiting" is what is left when the program's`,
    'own start, boot and end are taken out; its ratio is to Copilot, the peer whose defaults are quickest; the target is 0.50.',
    '',
    table(
      ['defaults of', 'waves', 'healthy', 'drain', 'stop', 'in all', 'waiting', 'ratio at least', 'at most'],
      rows.map(([name, time]) => [
        name, `${time.waves}`, ...[time.healthy, time.drain, time.stop, time, waiting(time)].map(inWords),
        ...ratios(waiting(time), waiting(copilot)),
      ]),
    ),
  ].join('\n');
}

/** @returns {DeploymentTime} */
function synthesized(/** @type {(stack: any, cluster: any) => void} */ define) {
  const { readSubjects } = require(join(LIB, 'readers', 'subjects'));
  const { timingOfService } = require(join(LIB, 'timing'));
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:disable-creation-stack-traces': true } });
  const stack = new Stack(app, 'Bench');
  define(stack, new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') }));
  const body = app.synth().getStackByName('Bench').template;
  const { facts } = readSubjects([{ id: 'Bench', body }]).find((/** @type {any} */ { kind }) => kind === 'service');
  const time = timingOfService(facts);
  if ('reason' in time) throw new Error(time.reason);
  return time;
}

/** @returns {DeploymentTime} */
function written(/** @type {typeof WRITTEN_DOWN[keyof typeof WRITTEN_DOWN]} */ defaults) {
  const { deploymentTime, TYPICAL } = require(join(LIB, 'timing'));
  return deploymentTime({ ...defaults, tasks: TASKS, containerCheckIntervals: [] }, TYPICAL);
}

/** Seconds of a deployment that the defaults wait for: all but the time for the program itself to start and to end. */
function waiting(/** @type {DeploymentTime} */ { atLeast, atMost, stop, waves }) {
  const { TYPICAL } = require(join(LIB, 'timing'));
  const itself = waves * (TYPICAL.startSeconds + TYPICAL.bootSeconds);
  return { atLeast: atLeast - itself - stop.atLeast, atMost: atMost - itself - stop.atMost };
}

/**
 * @param {{ atLeast: number, atMost: number }} time
 * @param {{ atLeast: number, atMost: number }} peer
 */
function ratios(time, peer) {
  return [(time.atLeast / peer.atLeast).toFixed(2), (time.atMost / peer.atMost).toFixed(2)];
}

if (require.main === module) process.stdout.write(`${deploymentTimes()}\n`);

module.exports = { deploymentTimes };
