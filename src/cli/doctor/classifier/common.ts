import { NO_CREDENTIALS } from './causes';
import type { FailureText } from './failure-text';
import type { Cause, Meaning } from './meaning';

/** No answer from what a task needs before its first container runs. */
export function noWayTo(what: string): Meaning {
  return {
    id: 'net-no-egress-path',
    means: `can't reach ${what}`,
    why: 'Before a container starts, ECS pulls the image, reads the secrets and opens the log from where the task is: its subnet needs a way there.',
    fix: 'set assignPublicIp in a public subnet, route a private one through NAT, or add endpoints that have private DNS and open port 443 to the tasks',
  };
}

/** The name of what a task needs leads nowhere. */
export function noNameOf(what: string): Meaning {
  return {
    ...noWayTo(what),
    means: `can't resolve the name of ${what}`,
    why: 'A name is resolved by the DNS server of the VPC, which is off unless enableDnsSupport is on.',
    fix: 'correct the name if it is misspelled; else switch on enableDnsSupport in the VPC, and let the tasks reach its DNS server',
  };
}

/** TLS ends at the certificate. */
export function noTrustIn(what: string): Meaning {
  return {
    id: 'ops-unknown-stop',
    means: `don't trust the certificate of ${what}`,
    why: 'A firewall or proxy on the way may show a certificate of its own, or the other end has one that is old or self-signed.',
    fix: 'allow the connection in the firewall or proxy without decrypting it, or renew the certificate',
  };
}

/** A text that names what failed and no known cause. */
export function noReason(doing: string, hint: string): Meaning {
  return {
    id: 'ops-unknown-stop',
    means: `${doing}, for a reason that the doctor does not know`,
    why: 'No container ran, so there is no log. Fargate cuts long texts, mostly where the reason would follow.',
    fix: `read the text of AWS: ${hint}`,
    isVague: true,
  };
}

export function fullDisk({ onInstances }: FailureText): Meaning {
  return onInstances === true
    ? {
      id: 'ec2-disk-fills',
      means: 'have no room left on the disk of their instance',
      why: 'Images, layers of containers and logs share the disk of the instance: the agent removes unused images late, and json-file logs never.',
      fix: 'attach a larger disk to the instances, let the agent clean up images more often, and limit json-file logs with max-size',
    }
    : {
      id: 'sto-fargate-volume-kinds',
      means: 'have no room left on their disk',
      why: 'The disk holds the image compressed and unpacked, and the files of the containers. Fargate has 20 GiB by default.',
      fix: 'raise ephemeralStorage, or make the image smaller',
    };
}

export function throttled(api: string): Meaning {
  return {
    id: 'ops-api-throttled', means: `are held back, since ${api} is throttled`,
  };
}

/** The device mapper of an old Docker, which keeps images and layers of containers. */
export const BROKEN_STORAGE: Meaning = {
  id: 'ops-unknown-stop',
  means: 'can\'t use the storage of Docker on their instance',
  why: 'The device mapper of Docker has failed. No container ran, so there is no log.',
  fix: 'replace the instance, by one of a newer ECS-optimized AMI, where Docker keeps its layers with overlay2',
};

/** A fault on the side of AWS. */
export function faultOfAws(means: string, fix?: string): Meaning {
  return { id: 'ops-aws-fault', means, fix };
}

/** An agent that calls without credentials, since its instance has none for it. */
export const NO_ROLE: Cause = {
  when: NO_CREDENTIALS,
  meaning: {
    id: 'iam-instance-role-incomplete',
    means: 'run on an instance whose agent has no credentials',
    why: 'Without an execution role the agent works as the role of its instance, which it learns from the metadata of the instance.',
    fix: 'attach an instance role with AmazonEC2ContainerServiceforEC2Role, let the agent reach the metadata of the instance, or set an execution role',
  },
};
