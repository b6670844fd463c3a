const PACKAGES = /^(sudo\s+)?(yum|dnf|apt|apt-get|apk|zypper|pip3?|amazon-linux-extras)\b.*\b(install|localinstall|update|upgrade|groupinstall|add)\b/;
const COMMANDS = /\b(cfn-init|cfn-signal|aws\s+(?!configure|--version)[a-z]|git\s+clone|docker\s+(pull|run|login)|Invoke-WebRequest|Invoke-RestMethod|Start-BitsTransfer|Read-S3Object)/;
const DOWNLOADS = /\b(curl|wget)\b/;
// The metadata of the instance, and the ECS agent on it.
const LOCAL = /169\.254\.169\.254|169\.254\.170\.2|\[fd00:ec2::254\]|localhost|127\.0\.0\.1|51678/;

/** The first command of a script that gets something over the network; `undefined`: there is none. */
export function fetchedAtStart(script: string): string | undefined {
  const lines = script.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n|&&|\|\||;/).map((line) => line.trim()).filter((line) => !line.startsWith('#'));
  for (const line of lines) {
    const [, , manager] = PACKAGES.exec(line) ?? [];
    if (manager) return manager;
    const [, command] = COMMANDS.exec(line) ?? [];
    if (command) return command.trim().split(/\s+/)[0];
    const [, download] = LOCAL.test(line) ? [] : DOWNLOADS.exec(line) ?? [];
    if (download) return download;
    if (/^(packages:|package_(update|upgrade):\s*true)/.test(line)) return 'packages';
  }
  return undefined;
}
