import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import type { NetworkMode } from '../../facts/task';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

/** Parameters that a container can have for itself; each task shares those of its network. */
const OF_CONTAINER = /^(net\.|fs\.mqueue\.|kernel\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced|domainname)$)/;
const OF_HOST = /^(vm|fs|kernel)\./;

interface Setting {
  readonly value: string;
  readonly container: ContainerFacts;
}

export const tdSystemcontrolsShared = defineGotcha({
  id: 'td-systemcontrols-shared',
  title: 'A kernel parameter that the container does not have for itself',
  consequence: 'never-works',
  symptom: 'The container doesn\'t start, or runs with another value than the one it asks for.',
  why: 'A container has its own kernel parameters only where it has its own part of the kernel: those of memory and files belong to the host, and the container does not start with them; '
    + 'those of the network belong to the task with awsvpc, where the container that starts last decides, and to the host with host.',
  rule: '`systemControls` name no parameter of the host (`vm.*`, most of `fs.*` and `kernel.*`); with `awsvpc`, containers of a task set each `net.*` to one value; with `host`, none sets `net.*`; with `ipcMode` `host`, none sets those of IPC.',
  fix: 'set parameters of the network once for a task, and those of the host in the user data of the instances',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  reads: ['networkMode', 'ipcMode'],
  check: ({ containers, networkMode, ipcMode }) => {
    const settings = new Map<string, Setting>();
    return each(containers, (container) => each(known(container.systemControls), (control) => {
      const parameter = known(control.parameter);
      return all(
        () => ofHost(container, parameter),
        () => parameter.startsWith('net.') ? ofNetwork(settings, parameter, { container, value: known(control.value) }, known(networkMode)) : [],
        () => /^(kernel|fs\.mqueue)\./.test(parameter) && OF_CONTAINER.test(parameter) && known(ipcMode) === 'host'
          ? found(container, `systemControls (${parameter}) can't be set with ipcMode host, where it belongs to the host`) : [],
      );
    }));
  },
});

function found(container: ContainerFacts, detail: string, consequence?: 'misbehaves'): readonly Result[] {
  return [{ property: ofContainer(container, 'systemControls'), detail, consequence }];
}

function ofHost(container: ContainerFacts, parameter: string): readonly Result[] {
  return OF_HOST.test(parameter) && !OF_CONTAINER.test(parameter)
    ? found(container, `systemControls (${parameter}) belongs to the host, and no container can set it for itself`) : [];
}

function ofNetwork(settings: Map<string, Setting>, parameter: string, setting: Setting, networkMode: NetworkMode): readonly Result[] {
  if (networkMode === 'host') return found(setting.container, `systemControls (${parameter}) can't be set with network mode host, where it belongs to the host`);
  const first = settings.get(parameter) ?? setting;
  settings.set(parameter, first);
  if (networkMode !== 'awsvpc' || first.value === setting.value) return [];
  return found(
    setting.container, `systemControls (${parameter} = ${setting.value}) is ${first.value} in ${ofContainer(first.container)}, and the task has one of them`, 'misbehaves',
  );
}
