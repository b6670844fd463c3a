import { defineLiveGotcha } from '../definition';

export const ec2GroupCannotLaunch = defineLiveGotcha({
  id: 'ec2-group-cannot-launch',
  title: 'The group of a capacity provider launches no instance',
  consequence: 'misbehaves',
  symptom: 'Tasks stay in `PROVISIONING`, and no event of the service names a reason.',
  why: 'A capacity provider changes the desired capacity of its Auto Scaling group. Its maximum, a suspended process or a launch that EC2 refuses keeps the instances from starting, and only the group shows it.',
  rule: 'The Auto Scaling group of each capacity provider exists, its last launch did not fail, and `Launch` and `AlarmNotification` are not suspended. While tasks wait for an instance it is below its maximum, and managed scaling is on.',
  fix: 'resume the processes with aws autoscaling resume-processes, or correct what the group launches',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/CHAP_Troubleshooting.html',
});
