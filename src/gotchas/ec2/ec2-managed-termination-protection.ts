import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const ec2ManagedTerminationProtection = defineGotcha({
  id: 'ec2-managed-termination-protection',
  title: 'Managed termination protection without what it needs',
  consequence: 'rejected',
  symptom: '`The managed termination protection setting for the capacity provider is invalid`',
  why: 'Managed termination protection lets the group take away instances without tasks only. It takes managed scaling, which knows them, and instances that are protected from scale-in until ECS lets them go: ECS refuses the capacity provider otherwise.',
  rule: 'With `managedTerminationProtection` on, `managedScaling` is on and the Auto Scaling group has `newInstancesProtectedFromScaleIn`.',
  fix: 'turn on managed scaling and newInstancesProtectedFromScaleIn of the Auto Scaling group, or turn managed termination protection off',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-termination-protection.html',
  levels: ['synth', 'live'],
  designedOut: '`Ec2Capacity` turns on what the protection needs.',
  subject: 'capacityProvider',
  needs: ['managedTerminationProtection'],
  reads: ['managedScaling', 'groupIsProtected'],
  check: ({ managedTerminationProtection, managedScaling, groupIsProtected }) => !managedTerminationProtection ? [] : all(
    () => known(managedScaling) ? [] : [{
      property: 'managedScaling',
      detail: 'managedScaling (off) is not allowed with managed termination protection',
      fix: 'turn on managed scaling, or turn managed termination protection off',
    }],
    () => known(groupIsProtected) ? [] : [{
      property: 'newInstancesProtectedFromScaleIn',
      detail: 'newInstancesProtectedFromScaleIn (false) of the Auto Scaling group is not allowed with managed termination protection',
      fix: 'set newInstancesProtectedFromScaleIn of the Auto Scaling group, or turn managed termination protection off',
    }],
  ),
});
