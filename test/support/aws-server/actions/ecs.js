// @ts-check
'use strict';

const { AwsError } = require('../aws-error');
const { atMost, pageOf } = require('../paging');

/** @typedef {import('../account').Account} Account */

/** @param {string} arn */
const nameOf = (arn) => /** @type {string} */ (arn.split('/').pop());

/** @param {Account} account @param {string} [cluster] */
function clusterOf(account, cluster = 'default') {
  const found = account.clusters.find(({ clusterArn, clusterName }) => cluster === clusterArn || cluster === clusterName);
  if (!found) throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
  return found;
}

/** @param {readonly any[]} items @param {string} member @param {any} input @param {string} [list] */
function listed(items, member, input, list = `${member}s`) {
  const { page, next } = pageOf(items, { size: input.maxResults, usual: 10, token: input.nextToken });
  return { [list]: page, nextToken: next };
}

/** @param {readonly any[]} items @param {string[]} ids @param {string} arnMember @param {string} prefix */
function described(items, ids, arnMember, prefix) {
  const found = ids.map((id) => items.find((item) => item[arnMember] === id || (!id.startsWith('arn:') && nameOf(item[arnMember]) === id)));
  return {
    found: found.filter((item) => item !== undefined),
    failures: ids.filter((_id, index) => found[index] === undefined).map((id) => ({ arn: id.startsWith('arn:') ? id : `${prefix}${id}`, reason: 'MISSING' })),
  };
}

/** @type {Record<string, (account: Account, input: any) => object>} */
const ECS = {
  ListClusters: (account, input) => listed(account.clusters.map(({ clusterArn }) => clusterArn), 'clusterArn', input),
  DescribeClusters: (account, { clusters = ['default'] }) => {
    atMost(clusters, 100, 'clusters');
    const { found, failures } = described(account.clusters, clusters, 'clusterArn', account.arn('ecs', 'cluster/'));
    return { clusters: found, failures };
  },
  ListServices: (account, input) => {
    const { clusterArn } = clusterOf(account, input.cluster);
    return listed(account.services.filter((service) => service.clusterArn === clusterArn).map(({ serviceArn }) => serviceArn), 'serviceArn', input);
  },
  DescribeServices: (account, input) => {
    atMost(input.services, 10, 'services');
    const { clusterArn, clusterName } = clusterOf(account, input.cluster);
    const inCluster = account.services.filter((service) => service.clusterArn === clusterArn);
    const { found, failures } = described(inCluster, input.services, 'serviceArn', account.arn('ecs', `service/${clusterName}/`));
    return { services: found, failures };
  },
  DescribeTaskDefinition: (account, input) => {
    const taskDefinition = account.taskDefinitions.get(input.taskDefinition);
    if (!taskDefinition) throw new AwsError('ClientException', 'Unable to describe task definition.');
    return { taskDefinition };
  },
  ListTasks: (account, input) => {
    const { clusterArn } = clusterOf(account, input.cluster);
    const tasks = account.tasks.filter((task) => task.clusterArn === clusterArn && task.desiredStatus === (input.desiredStatus ?? 'RUNNING')
      && (input.serviceName === undefined || task.group === `service:${input.serviceName}`));
    return listed(tasks.map(({ taskArn }) => taskArn), 'taskArn', input);
  },
  DescribeTasks: (account, input) => {
    atMost(input.tasks, 100, 'tasks');
    const { found, failures } = described(account.tasks, input.tasks, 'taskArn', '');
    return { tasks: found, failures };
  },
  ListContainerInstances: (account, input) => {
    const { clusterArn } = clusterOf(account, input.cluster);
    return listed(account.containerInstances.filter((instance) => instance.containerInstanceArn.includes(`/${nameOf(clusterArn)}/`))
      .map(({ containerInstanceArn }) => containerInstanceArn), 'containerInstanceArn', input);
  },
  DescribeContainerInstances: (account, input) => {
    atMost(input.containerInstances, 100, 'containerInstances');
    const { found, failures } = described(account.containerInstances, input.containerInstances, 'containerInstanceArn', '');
    return { containerInstances: found, failures };
  },
  DescribeCapacityProviders: (account, input) => {
    const names = new Set(input.capacityProviders);
    return listed(account.capacityProviders.filter(({ name }) => names.has(name)), 'capacityProvider', input);
  },
  ListServiceDeployments: (account, input) => ({
    serviceDeployments: account.serviceDeployments.filter(({ serviceArn }) => nameOf(serviceArn) === nameOf(input.service)),
  }),
  DescribeServiceDeployments: (account, input) => {
    atMost(input.serviceDeploymentArns, 20, 'serviceDeploymentArns');
    const { found, failures } = described(account.serviceDeployments, input.serviceDeploymentArns, 'serviceDeploymentArn', '');
    return { serviceDeployments: found, failures };
  },
  DescribeServiceRevisions: (account, input) => {
    atMost(input.serviceRevisionArns, 20, 'serviceRevisionArns');
    const { found, failures } = described(account.serviceRevisions, input.serviceRevisionArns, 'serviceRevisionArn', '');
    return { serviceRevisions: found, failures };
  },
  ListAccountSettings: (account) => ({ settings: account.settings }),
};

module.exports = { ECS };
