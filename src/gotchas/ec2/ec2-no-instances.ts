import { defineGotcha } from '../definition';

export const ec2NoInstances = defineGotcha({
  id: 'ec2-no-instances',
  title: 'Services run on instances, and none joins the cluster',
  severity: 'warning',
  why: 'Tasks are placed on instances whose agent was told this cluster: without ECS_CLUSTER they join "default", and the service says "No Container Instances were found in your cluster".',
  fix: 'add instances to the cluster, or write ECS_CLUSTER=<its name> to /etc/ecs/ecs.config in the user data of those that are there',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bootstrap_container_instance.html',
  levels: ['synth', 'live'],
  designedOut: '`Ec2Capacity` tells its instances the cluster it is given.',
  subject: 'cluster',
  needs: ['servicesOnInstances'],
  reads: ['hasInstances'],
  check: ({ servicesOnInstances, hasInstances }) => {
    if (servicesOnInstances === 0 || hasInstances === true) return [];
    if (hasInstances !== false) return [{ notChecked: hasInstances.reason }];
    const services = servicesOnInstances === 1 ? '1 service' : `${servicesOnInstances} services`;
    return [{ property: 'cluster', detail: `cluster (${services} on EC2) is joined by no instance of this app` }];
  },
});
