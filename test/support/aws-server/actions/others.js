// @ts-check
'use strict';

const { AwsError } = require('../aws-error');
const { atMost, pageOf } = require('../paging');

/** @typedef {import('../account').Account} Account */
/** @typedef {Record<string, (account: Account, input: any) => object>} Actions */

/** @param {string} list @param {number} most @param {(account: Account) => readonly any[]} itemsOf @returns {Actions[string]} */
const scalingList = (list, most, itemsOf) => (account, input) => {
  if (input.ScalableDimension && !input.ResourceId && !input.ResourceIds) throw new AwsError('ValidationException', 'a scalable dimension needs a resource id');
  if (input.ResourceIds) atMost(input.ResourceIds, 50, 'ResourceIds');
  if (Number(input.MaxResults ?? 1) > most) throw new AwsError('ValidationException', `MaxResults can be at most ${most}`);
  const wanted = input.ResourceIds ?? (input.ResourceId === undefined ? undefined : [input.ResourceId]);
  const items = itemsOf(account).filter(({ ResourceId }) => wanted === undefined || wanted.includes(ResourceId));
  const { page, next } = pageOf(items, { size: input.MaxResults, usual: most, token: input.NextToken });
  return { [list]: page, NextToken: next };
};

/** @type {Actions} */
const SCALING = {
  DescribeScalableTargets: scalingList('ScalableTargets', 50, ({ scalableTargets }) => scalableTargets),
  DescribeScalingPolicies: scalingList('ScalingPolicies', 10, ({ scalingPolicies }) => scalingPolicies),
  DescribeScheduledActions: scalingList('ScheduledActions', 50, ({ scheduledActions }) => scheduledActions),
  DescribeScalingActivities: scalingList('ScalingActivities', 50, () => []),
};

/** @type {Actions} */
const CLOUDWATCH = {
  DescribeAlarms: (account, { AlarmNames, StateValue }) => {
    if (StateValue) return { MetricAlarms: [...account.alarms.values()].filter((alarm) => alarm.StateValue === StateValue) };
    atMost(AlarmNames, 100, 'AlarmNames');
    return { MetricAlarms: AlarmNames.flatMap((/** @type {string} */ name) => account.alarms.get(name) ?? []), CompositeAlarms: [] };
  },
};

/** @type {Actions} */
const LOGS = {
  DescribeLogGroups: (account, { logGroupIdentifiers, nextToken }) => {
    atMost(logGroupIdentifiers, 50, 'logGroupIdentifiers');
    const groups = logGroupIdentifiers.flatMap((/** @type {string} */ name) => account.logGroups.get(name) ?? []);
    const { page, next } = pageOf(groups, { usual: 50, token: nextToken });
    return { logGroups: page, nextToken: next };
  },
  GetLogEvents: (account, { logGroupName, logStreamName, limit }) => {
    const events = account.logStreams.get(`${logGroupName} ${logStreamName}`);
    if (!events) throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.');
    return { events: events.slice(-limit).map((/** @type {string} */ message) => ({ message })), nextBackwardToken: 'b/1', nextForwardToken: 'f/1' };
  },
};

/** @type {Actions} */
const DISCOVERY = {
  GetService: (account, { Id }) => {
    const service = account.discoveryServices.get(Id);
    if (!service) throw new AwsError('ServiceNotFound', `no service ${Id}`);
    return { Service: service };
  },
  GetNamespace: (account, { Id }) => {
    const namespace = account.namespaces.get(Id);
    if (!namespace) throw new AwsError('NamespaceNotFound', `no namespace ${Id}`);
    return { Namespace: namespace };
  },
  ListNamespaces: (account) => ({ Namespaces: [...account.namespaces.values()] }),
};

/** @param {string} list @param {string} ids @param {string} id @param {string} missing @param {(account: Account) => ReadonlyMap<string, any>} itemsOf @returns {Actions[string]} */
const elbList = (list, ids, id, missing, itemsOf) => (account, input) => {
  atMost(input[ids], 20, ids);
  return {
    [list]: input[ids].map((/** @type {string} */ arn) => {
      const item = itemsOf(account).get(arn);
      if (!item) throw new AwsError(missing, `One or more ${id}s not found`);
      return item;
    }),
  };
};

/** @type {Actions} */
const LOAD_BALANCING = {
  DescribeTargetGroups: elbList('TargetGroups', 'TargetGroupArns', 'target group', 'TargetGroupNotFound', ({ targetGroups }) => targetGroups),
  DescribeTargetGroupAttributes: () => ({
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }, { Key: 'stickiness.enabled', Value: 'false' }],
  }),
  DescribeTargetHealth: (account, { TargetGroupArn }) => ({ TargetHealthDescriptions: account.targetHealth.get(TargetGroupArn) ?? [] }),
  DescribeLoadBalancers: elbList('LoadBalancers', 'LoadBalancerArns', 'load balancer', 'LoadBalancerNotFound', ({ loadBalancers }) => loadBalancers),
  DescribeListeners: (account, { LoadBalancerArn }) => ({ Listeners: account.listeners.get(LoadBalancerArn) ?? [] }),
  DescribeRules: (account, { ListenerArn }) => ({ Rules: account.rules.get(ListenerArn) ?? [] }),
};

module.exports = { CLOUDWATCH, DISCOVERY, LOAD_BALANCING, LOGS, SCALING };
