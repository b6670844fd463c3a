// @ts-check
'use strict';

const { BUCKETS } = require('../../test/support/aws-server/buckets');

/** ELB is asked about single target groups of steady services up to this many. */
const MANY_TARGET_GROUPS = 100;

/**
 * The fewest calls that a run of default depth needs, by action.
 *
 * @param {import('../../test/support/aws-server/account').Account} account
 * @returns {Record<string, number>}
 */
function fewestCalls(account) {
  const pages = (/** @type {number} */ count, /** @type {number} */ size) => Math.ceil(count / size);
  const moving = account.services.filter(({ desiredCount, runningCount }) => desiredCount !== runningCount);
  const stopped = account.tasks.filter(({ desiredStatus }) => desiredStatus === 'STOPPED').length;
  const running = account.tasks.length - stopped;
  const instances = account.containerInstances.length;
  const { size: groups } = account.targetGroups;
  const asked = groups <= MANY_TARGET_GROUPS ? groups : moving.filter(({ loadBalancers }) => loadBalancers.length > 0).length;
  return {
    DescribeClusters: pages(account.clusters.length, 100),
    ListServices: pages(account.services.length, 100),
    DescribeServices: pages(account.services.length, 10),
    DescribeTaskDefinition: account.taskDefinitions.size,
    ListServiceDeployments: moving.length,
    DescribeServiceDeployments: pages(account.serviceDeployments.length, 20),
    DescribeServiceRevisions: pages(account.serviceRevisions.length, 20),
    ListTasks: pages(running, 100) + Math.max(account.clusters.length, pages(stopped, 100)),
    DescribeTasks: pages(running, 100) + pages(stopped, 100),
    ListContainerInstances: pages(instances, 100),
    DescribeContainerInstances: pages(instances, 100),
    DescribeCapacityProviders: 1,
    ListAccountSettings: 1,
    DescribeScalableTargets: pages(account.scalableTargets.length, 50),
    DescribeScalingPolicies: pages(account.scalingPolicies.length, 10),
    DescribeScheduledActions: Math.max(1, pages(account.scheduledActions.length, 50)),
    DescribeScalingActivities: moving.length,
    DescribeAlarms: pages(account.alarms.size, 100),
    DescribeTargetGroups: pages(groups, 20),
    DescribeTargetGroupAttributes: asked,
    DescribeTargetHealth: asked,
    DescribeLoadBalancers: pages(account.loadBalancers.size, 20),
    DescribeListeners: account.loadBalancers.size,
    DescribeRules: account.listeners.size,
    DescribeLogGroups: pages(account.logGroups.size, 50),
    GetService: account.discoveryServices.size,
    GetNamespace: account.namespaces.size,
  };
}

/** Answers that have to be there before a bucket is first called on: the clusters, the names of services, the services themselves. */
const ANSWERS_BEFORE = /** @type {Record<string, number>} */ ({
  DescribeClusters: 0, ListAccountSettings: 0, ListServices: 1, ListTasks: 1, DescribeCapacityProviders: 1, DescribeScalableTargets: 1,
});
const SERVICES_KNOWN = 3;

/**
 * The seconds that the fewest calls take at AWS's full rate, for a client without a pause: the time of the slowest bucket after the
 * calls that have to come before, or the longest line of calls of which each needs the answer of the one before.
 */
function floorSeconds(/** @type {Record<string, number>} */ calls, /** @type {number} */ latencySeconds) {
  const buckets = BUCKETS.map(({ burst, refill, actions }) => {
    const count = actions.reduce((sum, action) => sum + (calls[action] ?? 0), 0);
    const before = Math.min(...actions.map((action) => ANSWERS_BEFORE[action] ?? SERVICES_KNOWN));
    return Math.max(0, count - burst) / refill + (before + 1) * latencySeconds;
  });
  const names = calls.DescribeClusters + calls.ListServices;
  const targets = Math.max(names + 1, calls.DescribeClusters + calls.DescribeScalableTargets);
  // From scalable targets to alarms, and from target groups to the rules of their listeners.
  const inRow = Math.max(targets + calls.DescribeScalingPolicies + 1, names + 1 + 3);
  return Math.max(...buckets, inRow * latencySeconds);
}

module.exports = { fewestCalls, floorSeconds };
