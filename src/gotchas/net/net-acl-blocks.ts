import { defineLiveGotcha } from '../definition';

export const netAclBlocks = defineLiveGotcha({
  id: 'net-acl-blocks',
  title: 'A network ACL keeps tasks from what they need to start',
  consequence: 'misbehaves',
  symptom: 'Tasks stop with `CannotPullContainerError` or `ResourceInitializationError`, and an `i/o timeout` at the end of it, with routes and security groups that are right.',
  why: 'A network ACL has no memory: the request needs a rule on its way out, and the answer one on its way back, to a port between 1024 and 65535. The rule with the lowest number that matches decides.',
  rule: 'The network ACL of each subnet with a route to the internet allows TCP port 443 out, and the ports of answers, 32768 to 60999, in.',
  fix: 'allow TCP 443 out and TCP 1024-65535 in, in rules with lower numbers than those that deny',
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html',
});
