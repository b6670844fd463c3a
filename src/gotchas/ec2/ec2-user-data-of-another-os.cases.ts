import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

const BOTTLEROCKET = '/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id';
const LINUX = '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';
const WINDOWS = '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized/image_id';
const TOML = '[settings.ecs]\ncluster = "shop"\n';
const POWERSHELL = '<powershell>Initialize-ECSAgent -Cluster shop</powershell>';

function launch(image: string, text?: string): GotchaCase['app'] {
  return (stack) => void instances(stack, {
    launch: { ImageId: `resolve:ssm:${image}`, UserData: text === undefined ? userData() : { 'Fn::Base64': text } },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'Bottlerocket has a script', caught: true, app: launch(BOTTLEROCKET) },
  { name: 'Linux has settings in TOML', caught: true, app: launch(LINUX, TOML) },
  { name: 'Windows has a script of a shell', caught: true, app: launch(WINDOWS) },
  { name: 'Linux has a script of PowerShell', caught: true, app: launch(LINUX, POWERSHELL) },
  { name: 'Bottlerocket has settings', caught: false, app: launch(BOTTLEROCKET, TOML) },
  { name: 'Windows has a script of PowerShell', caught: false, app: launch(WINDOWS, POWERSHELL) },
  { name: 'Linux has a script', caught: false, app: launch(LINUX) },
  { name: 'Linux has several parts', caught: false, app: launch(LINUX, 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n') },
  { name: 'the image is not one that AWS publishes', caught: false, app: launch('/shop/image', TOML) },
  {
    name: 'a parameter adds to the user data',
    caught: false,
    notChecked: true,
    app: (stack) => void instances(stack, { launch: { ImageId: `resolve:ssm:${BOTTLEROCKET}`, UserData: userData(parameter(stack)) } }),
  },
];
