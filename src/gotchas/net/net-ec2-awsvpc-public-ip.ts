import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netEc2AwsvpcPublicIp = defineGotcha({
  id: 'net-ec2-awsvpc-public-ip',
  title: 'Tasks on EC2 are asked to have a public IP address',
  consequence: 'rejected',
  symptom: '`Assign public IP is not supported for this launch type`, when the service is created.',
  why: 'The network interface of a task on EC2 gets no public IP address, so ECS refuses a service that asks for one.',
  rule: '`assignPublicIp` may be `true` on Fargate and on Managed Instances only.',
  fix: 'leave assignPublicIp out and put the tasks in subnets with a NAT gateway',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  levels: ['synth'],
  designedOut: 'Our EC2 services have no assignPublicIp.',
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['onFargate', 'network', 'task'],
  check: ({ onFargate, network, task }) => {
    if (onFargate || !network || !known(network.assignPublicIp)) return [];
    if (known(task.requiresCompatibilities).includes('MANAGED_INSTANCES')) return [];
    return [{ property: 'assignPublicIp', detail: 'assignPublicIp (true) is set for tasks on EC2' }];
  },
});
