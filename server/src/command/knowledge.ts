/** What a plain argument of a command is. `…` repeats the last. */
type Argument = 'image' | 'container' | 'command' | 'build-context' | 'path' | 'network' | 'volume' | 'service' | 'other';

export interface CommandKind {
  /** Long flag names; true where a value follows. */
  readonly flags: ReadonlyMap<string, boolean>;
  readonly short: ReadonlyMap<string, string>;
  readonly takes: readonly Argument[];
  /** The command whose flag lessons these flags have, where it is not its own. */
  readonly like?: string;
}

/** `p:publish=` is `-p`/`--publish` with a value, `:rm` is `--rm` without; commands of one line share their flags. */
const RUN =
  'i:interactive t:tty d:detach p:publish= P:publish-all e:env= :env-file= v:volume= :mount= :name= :network= :net= :rm :restart= u:user= w:workdir= :entrypoint= m:memory= :memory-swap= :memory-reservation= :cpus= :cpu-shares= c:cpu-shares= :cpuset-cpus= :platform= :pull= h:hostname= :add-host= :detach-keys= :init :privileged :read-only :health-cmd= :health-interval= :health-timeout= :health-retries= :health-start-period= :health-start-interval= :no-healthcheck l:label= :label-file= :tmpfs= :gpus= :link= a:attach= :cap-add= :cap-drop= :cidfile= :device= :dns= :dns-search= :domainname= :expose= :group-add= :ip= :ip6= :ipc= :isolation= :log-driver= :log-opt= :mac-address= :network-alias= :oom-kill-disable :pid= :pids-limit= q:quiet :runtime= :security-opt= :shm-size= :sig-proxy :stop-signal= :stop-timeout= :storage-opt= :sysctl= :ulimit= :userns= :uts= :volumes-from= :annotation= :cgroup-parent= :use-api-socket';
const BUILD =
  't:tag= f:file= :build-arg= :target= :no-cache :no-cache-filter= :pull :platform= :progress= :secret= :ssh= :cache-from= :cache-to= :push :load :check :call= :network= :label= o:output= :build-context= :builder= :add-host= :allow= :annotation= :attest= :iidfile= :metadata-file= :provenance= q:quiet :sbom= :shm-size= :ulimit= D:debug :rm :force-rm :squash m:memory=';

const TABLE: Readonly<Record<string, { readonly flags?: string; readonly takes?: readonly Argument[]; readonly like?: string }>> = {
  docker: { flags: 'H:host= c:context= D:debug l:log-level= v:version :config=' },
  'docker run': { flags: RUN, takes: ['image', 'command'] },
  'docker create': { flags: RUN, takes: ['image', 'command'], like: 'docker-run' },
  'docker build': { flags: BUILD, takes: ['build-context'] },
  'docker buildx build': { flags: BUILD, takes: ['build-context'], like: 'docker-build' },
  'docker exec': { flags: 'i:interactive t:tty d:detach u:user= w:workdir= e:env= :env-file= :privileged :detach-keys=', takes: ['container', 'command'] },
  'docker ps': { flags: 'a:all q:quiet l:latest n:last= f:filter= :format= :no-trunc s:size' },
  'docker logs': { flags: 'f:follow n:tail= :since= :until= t:timestamps :details', takes: ['container'] },
  'docker start': { flags: 'a:attach i:interactive :detach-keys=', takes: ['container'] },
  'docker stop': { flags: 't:timeout= :time= s:signal=', takes: ['container'] },
  'docker restart': { flags: 't:timeout= :time= s:signal=', takes: ['container'], like: 'docker-stop' },
  'docker kill': { flags: 's:signal=', takes: ['container'] },
  'docker rm': { flags: 'f:force v:volumes l:link', takes: ['container'] },
  'docker rmi': { flags: 'f:force :no-prune :platform=', takes: ['image'] },
  'docker images': { flags: 'a:all q:quiet f:filter= :format= :no-trunc :digests :tree', takes: ['image'] },
  'docker pull': { flags: 'a:all-tags q:quiet :platform=', takes: ['image'] },
  'docker push': { flags: 'a:all-tags q:quiet :platform=', takes: ['image'] },
  'docker tag': { takes: ['image'] },
  'docker save': { flags: 'o:output= :platform=', takes: ['image'] },
  'docker load': { flags: 'i:input= q:quiet :platform=' },
  'docker search': { flags: 'f:filter= :limit= :format= :no-trunc', takes: ['other'] },
  'docker history': { flags: 'H:human :format= :no-trunc q:quiet :platform=', takes: ['image'] },
  'docker inspect': { flags: 'f:format= s:size :type=', takes: ['container'] },
  'docker stats': { flags: 'a:all :no-stream :format= :no-trunc', takes: ['container'] },
  'docker top': { takes: ['container', 'other'] },
  'docker cp': { flags: 'a:archive L:follow-link q:quiet', takes: ['path'] },
  'docker attach': { flags: ':detach-keys= :no-stdin :sig-proxy', takes: ['container'] },
  'docker port': { takes: ['container', 'other'] },
  'docker rename': { takes: ['container'] },
  'docker pause': { takes: ['container'] },
  'docker unpause': { takes: ['container'] },
  'docker wait': { takes: ['container'] },
  'docker diff': { takes: ['container'] },
  'docker export': { flags: 'o:output=', takes: ['container'] },
  'docker import': { flags: 'c:change= m:message= :platform=', takes: ['path', 'image'] },
  'docker login': { flags: 'u:username= p:password= :password-stdin', takes: ['other'] },
  'docker logout': { takes: ['other'] },
  'docker version': { flags: 'f:format=' },
  'docker info': { flags: 'f:format=' },
  'docker events': { flags: 'f:filter= :format= :since= :until=' },
  'docker system prune': { flags: 'a:all f:force :volumes :filter=' },
  'docker system df': { flags: 'v:verbose :format=' },
  'docker container prune': { flags: 'f:force :filter=' },
  'docker image prune': { flags: 'a:all f:force :filter=' },
  'docker builder prune': { flags: 'a:all f:force :filter=' },
  'docker network create': {
    flags:
      'd:driver= :internal :attachable :subnet= :gateway= :ip-range= :ipv6 :ipv4 :label= o:opt= :ingress :scope= :aux-address= :config-from= :config-only :ipam-driver= :ipam-opt=',
    takes: ['network'],
  },
  'docker network ls': { flags: 'q:quiet f:filter= :format= :no-trunc' },
  'docker network rm': { flags: 'f:force', takes: ['network'] },
  'docker network inspect': { flags: 'f:format= v:verbose', takes: ['network'] },
  'docker network connect': { flags: ':alias= :ip= :ip6= :link= :driver-opt= :gw-priority=', takes: ['network', 'container'] },
  'docker network disconnect': { flags: 'f:force', takes: ['network', 'container'] },
  'docker network prune': { flags: 'f:force :filter=' },
  'docker volume create': { flags: 'd:driver= :label= o:opt=', takes: ['volume'] },
  'docker volume ls': { flags: 'q:quiet f:filter= :format=' },
  'docker volume rm': { flags: 'f:force', takes: ['volume'] },
  'docker volume inspect': { flags: 'f:format=', takes: ['volume'] },
  'docker volume prune': { flags: 'a:all f:force :filter=' },
  'docker swarm init': { flags: ':advertise-addr= :listen-addr= :force-new-cluster' },
  'docker swarm leave': { flags: 'f:force' },
  'docker stack deploy': { flags: 'c:compose-file= :prune :with-registry-auth d:detach', takes: ['other'] },
  'docker compose': { flags: 'f:file= p:project-name= :profile= :env-file= :project-directory= :parallel= :ansi= :progress= :dry-run :compatibility :all-resources' },
  'docker compose up': {
    flags:
      'd:detach :build :wait :wait-timeout= :scale= :force-recreate :no-recreate :remove-orphans :no-deps :pull= w:watch :abort-on-container-exit :abort-on-container-failure :exit-code-from= :no-build :no-start :no-log-prefix :no-color :menu t:timeout= V:renew-anon-volumes :always-recreate-deps :attach= :no-attach= :attach-dependencies :timestamps :quiet-pull :quiet-build y:yes',
    takes: ['service'],
  },
  'docker compose down': { flags: 'v:volumes :rmi= :remove-orphans t:timeout=', takes: ['service'] },
  'docker compose ps': { flags: 'a:all q:quiet :services :format= :filter= :status= :no-trunc :orphans', takes: ['service'] },
  'docker compose logs': { flags: 'f:follow n:tail= t:timestamps :since= :until= :no-color :no-log-prefix :index=', takes: ['service'] },
  'docker compose build': {
    flags: ':no-cache :pull :build-arg= :push q:quiet m:memory= :ssh= :with-dependencies :builder= :check :print :progress= :provenance= :sbom=',
    takes: ['service'],
  },
  'docker compose config': {
    flags:
      'q:quiet :services :images :no-interpolate :format= :profiles :volumes :networks :hash= :environment :variables :no-normalize :no-path-resolution :no-consistency :resolve-image-digests :lock-image-digests o:output= :models',
    takes: ['service'],
  },
  'docker compose exec': { flags: 'T:no-tty :no-TTY u:user= e:env= w:workdir= d:detach :index= :privileged i:interactive t:tty', takes: ['service', 'command'] },
  'docker compose run': {
    flags:
      ':rm :no-deps :service-ports P:service-ports :entrypoint= d:detach e:env= :env-from-file= l:label= :name= T:no-TTY p:publish= u:user= v:volume= w:workdir= :build i:interactive :pull= q:quiet :quiet-pull :quiet-build :remove-orphans :use-aliases :cap-add= :cap-drop=',
    takes: ['service', 'command'],
  },
  'docker compose stop': { flags: 't:timeout=', takes: ['service'] },
  'docker compose start': { flags: ':wait :wait-timeout=', takes: ['service'] },
  'docker compose restart': { flags: 't:timeout= :no-deps', takes: ['service'] },
  'docker compose rm': { flags: 'f:force s:stop v:volumes', takes: ['service'] },
  'docker compose pull': { flags: 'q:quiet :ignore-buildable :ignore-pull-failures :include-deps :policy=', takes: ['service'] },
  'docker compose push': { flags: 'q:quiet :ignore-push-failures :include-deps', takes: ['service'] },
  'docker compose images': { flags: 'q:quiet :format=', takes: ['service'] },
  'docker compose top': { takes: ['service'] },
  'docker compose watch': { flags: ':no-up :prune :quiet', takes: ['service'] },
  'docker compose create': { flags: ':build :force-recreate :no-build :no-recreate :pull= :quiet-pull :remove-orphans :scale= y:yes', takes: ['service'] },
  'docker compose kill': { flags: 's:signal= :remove-orphans', takes: ['service'] },
  'docker compose cp': { flags: 'a:archive L:follow-link :index= :all', takes: ['path'] },
  'docker compose ls': { flags: 'a:all q:quiet :format= :filter=' },
  'docker compose port': { flags: ':index= :protocol=', takes: ['service', 'other'] },
  'docker compose events': { flags: ':json :since= :until=', takes: ['service'] },
  'docker compose version': { flags: 'f:format= :short' },
  'docker compose volumes': { flags: 'q:quiet :format=', takes: ['service'] },
  'docker compose stats': { flags: 'a:all :no-stream :format= :no-trunc', takes: ['service'] },
  'docker compose pause': { takes: ['service'] },
  'docker compose unpause': { takes: ['service'] },
  'docker compose attach': { flags: ':detach-keys= :index= :no-stdin :sig-proxy', takes: ['service'] },
  'docker compose wait': { flags: ':down-project', takes: ['service'] },
};

/** `docker container stop` and `docker stop` are one command. */
const SAME: Readonly<Record<string, string>> = {
  'docker container ls': 'docker ps',
  'docker container ps': 'docker ps',
  'docker container list': 'docker ps',
  'docker image ls': 'docker images',
  'docker image list': 'docker images',
  'docker image rm': 'docker rmi',
  'docker image remove': 'docker rmi',
  'docker network list': 'docker network ls',
  'docker volume list': 'docker volume ls',
  'docker network remove': 'docker network rm',
  'docker volume remove': 'docker volume rm',
  'docker builder build': 'docker build',
  'docker image build': 'docker build',
  'docker buildx b': 'docker buildx build',
};
const CONTAINER = [
  'run',
  'create',
  'exec',
  'logs',
  'start',
  'stop',
  'restart',
  'kill',
  'rm',
  'inspect',
  'stats',
  'top',
  'cp',
  'attach',
  'port',
  'rename',
  'pause',
  'unpause',
  'wait',
  'diff',
  'export',
];
const IMAGE = ['pull', 'push', 'tag', 'save', 'load', 'history', 'import', 'inspect'];

const groups = new Set([
  'docker compose',
  'docker network',
  'docker volume',
  'docker image',
  'docker container',
  'docker system',
  'docker builder',
  'docker buildx',
  'docker swarm',
  'docker stack',
  'docker context',
  'docker service',
  'docker node',
  'docker secret',
  'docker config',
  'docker plugin',
  'docker manifest',
  'docker trust',
]);

/** Groups have sub-commands: a word behind them is one, not an argument. */
export const isGroup = (path: string): boolean => groups.has(path);

/** The spelling under which a command has its lesson and its flags. */
export function canonical(path: string): string {
  const same = SAME[path];
  if (same) return same;
  const match = /^docker (container|image) (\S+)$/.exec(path);
  const name = match?.[2] ?? '';
  const known = match?.[1] === 'container' ? CONTAINER : IMAGE;
  return match && known.includes(name) ? `docker ${name}` : path;
}

const kinds = new Map<string, CommandKind>();

/** What is known of a command, under its canonical name. */
export function commandKind(path: string): CommandKind | undefined {
  const row = Object.hasOwn(TABLE, path) ? TABLE[path] : undefined;
  if (!row) return undefined;
  const known = kinds.get(path);
  if (known) return known;
  const { flags, short } = flagsIn(row.flags ?? '');
  const kind: CommandKind = { flags, short, takes: row.takes ?? [], ...(row.like && { like: row.like }) };
  kinds.set(path, kind);
  return kind;
}

/** Flags in their short spelling: `p:publish= :rm`. */
export function flagsIn(written: string): Pick<CommandKind, 'flags' | 'short'> {
  const flags = new Map<string, boolean>();
  const short = new Map<string, string>();
  for (const flag of written.split(' ').filter((it) => it !== '')) {
    const [letter = '', rest = ''] = flag.split(':');
    const name = rest.replace(/=$/, '');
    flags.set(name, rest.endsWith('='));
    if (letter) short.set(letter, name);
  }
  return { flags, short };
}
