import { defineGotcha } from '../definition';

/** Form of the user data that each kind of image reads. */
const FORMS = { bottlerocket: 'toml', windows: 'powershell', linux: 'shell' } as const;
const WORDS = { toml: 'settings in TOML', powershell: 'a script of PowerShell', shell: 'a script of a shell' };
const NAMES = { bottlerocket: 'Bottlerocket', windows: 'Windows', linux: 'Linux' };

export const ec2UserDataOfAnotherOs = defineGotcha({
  id: 'ec2-user-data-of-another-os',
  title: 'User data that the image of the instances does not read',
  consequence: 'never-works',
  symptom: 'Instances run and never join the cluster. Tasks stay in `PROVISIONING`, or no container instance is found.',
  why: 'Bottlerocket has no shell and reads settings in TOML; Windows reads PowerShell; the Linux images read a script of a shell. User data of another form is ignored, with the name of the cluster in it.',
  rule: 'User data is TOML for an image of Bottlerocket, PowerShell for one of Windows, and a script of a shell for the other images that ECS optimizes.',
  fix: 'write the user data in the form that the image reads',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bootstrap_container_instance.html',
  levels: ['synth'],
  designedOut: '`Ec2Capacity` writes the user data for its image.',
  subject: 'capacity',
  needs: ['imageParameter', 'userDataForm'],
  check: ({ imageParameter, userDataForm }) => {
    const system = systemOf(imageParameter);
    if (system === undefined || userDataForm === undefined || FORMS[system] === userDataForm) return [];
    return [{
      property: 'userData',
      detail: `userData (${WORDS[userDataForm]}) is not what an image of ${NAMES[system]} reads`,
      fix: system === 'bottlerocket' ? 'write [settings.ecs] with cluster = "…" as user data' : `write ${WORDS[FORMS[system]]} as user data`,
    }];
  },
});

function systemOf(parameter: string | undefined): keyof typeof FORMS | undefined {
  if (parameter === undefined) return undefined;
  if (parameter.startsWith('/aws/service/bottlerocket/')) return 'bottlerocket';
  if (/^\/aws\/service\/ami-windows/.test(parameter)) return 'windows';
  return parameter.startsWith('/aws/service/ecs/optimized-ami/') ? 'linux' : undefined;
}
