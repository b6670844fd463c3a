import { defineGotcha } from '../definition';

export const ec2NoInstances = defineGotcha({
  id: 'ec2-no-instances',
  title: 'Services run on instances, and none joins the cluster',
  consequence: 'risk',
  symptom: '`No Container Instances were found in your cluster.`',
  why: 'Tasks are placed on instances whose agent joins this cluster. Without ECS_CLUSTER in its configuration an agent joins the cluster "default".',
  rule: 'A cluster in which a service runs on EC2 has a capacity provider for instances, or instances whose user data names it in `ECS_CLUSTER`.',
  fix: 'add instances to the cluster, or write ECS_CLUSTER=<its name> to /etc/ecs/ecs.config in the user data of those that are there',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bootstrap_container_instance.html',
  levels: ['synth', 'live'],
  avoidedBy: '`Ec2Capacity` writes its cluster into the user data of its instances.',
  causalRank: 'start',
  follows: 'ec2-group-cannot-launch',
  isObserved: true,
  subject: 'cluster',
  needs: ['servicesOnInstances'],
  reads: ['hasInstances', 'hasManagedInstances'],
  check: ({ servicesOnInstances, hasInstances, hasManagedInstances }) => {
    if (servicesOnInstances === 0 || hasInstances === true) return [];
    if (hasInstances !== false) return [{ notChecked: hasInstances.reason }];
    const services = servicesOnInstances === 1 ? '1 service' : `${servicesOnInstances} services`;
    const fix = hasManagedInstances === true ? 'name the capacity provider of Managed Instances in the strategy of the service, in place of the launch type EC2' : undefined;
    return [{ property: 'cluster', detail: `cluster (${services} on EC2) is joined by no instance of this app`, fix }];
  },
});
