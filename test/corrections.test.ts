import assert from 'node:assert/strict';
import { lessons } from './support/lessons.ts';

/** Each error of the study notes: the lesson that puts it right, and words of the sentence that does. */
const CORRECTIONS: readonly (readonly [string, string, RegExp])[] = [
  ['E-01', 'concept/libcontainer', /네임스페이스.*cgroup|리눅스 밖|다른 운영체제/s],
  ['E-02', 'concept/libcontainer', /LXC/],
  ['E-03', 'concept/linux-vm', /Linux의 엔진은 호스트 커널을 바로/],
  ['E-04', 'concept/linux-vm', /에뮬레이션/],
  ['E-05', 'concept/hypervisor', /1형.*2형/s],
  ['E-06', 'concept/guest-os', /컨테이너에는.*없/],
  ['E-07', 'concept/docker-engine', /커널 위에서 바로/],
  ['E-08', 'concept/kernel-sharing', /uname -r/],
  ['E-09', 'concept/docker-engine', /데몬.*API.*CLI/s],
  ['E-10', 'concept/client-server', /레지스트리/],
  ['E-11', 'concept/kubernetes', /dockershim|1\.24/],
  ['E-12', 'concept/overlay-network', /CNI/],
  ['E-13', 'concept/bridge-network', /이름/],
  ['E-14', 'concept/host-network', /4\.34/],
  ['E-15', 'concept/network', /드라이버/],
  ['E-16', 'concept/nat', /호스트.*IP|호스트의 주소/],
  ['E-17', 'command/docker-run', /새 컨테이너/],
  ['E-18', 'concept/graceful-stop', /SIGTERM.*SIGKILL/s],
  ['E-19', 'command/docker-kill', /137|SIGKILL/],
  ['E-20', 'command/flag/docker-rm--force', /SIGKILL/],
  ['E-21', 'command/docker-ps', /멈추|중지/],
  ['E-22', 'command/docker-rm-all', /docker container prune/],
  ['E-23', 'command/docker-rmi', /레지스트리/],
  ['E-24', 'command/docker-system-prune', /되돌릴 수 없/],
  ['E-25', 'concept/interactive-tty', /`-t`/],
  ['E-26', 'concept/interactive-tty', /redis-cli/],
  ['E-27', 'command/flag/docker-ps--latest', /하나/],
  ['E-28', 'command/docker-network-rm', /nework/],
  ['E-29', 'command/wrong-npm-install-docker', /문서/],
  ['E-30', 'dockerfile/instruction/RUN', /make: not found/],
  ['E-31', 'dockerfile/instruction/CMD', /CMD python \/app\/app\.py/],
  ['E-32', 'dockerfile/instruction/FROM', /2023년 5월/],
  ['E-33', 'dockerfile/instruction/COPY', /COPY \. \/app/],
  ['E-34', 'command/detach-keys', /VS Code/],
  ['E-35', 'command/exit', /삭제되지|지워지지|남/],
  ['E-36', 'image/wordpress', /MySQL|MariaDB|mysql/],
  ['E-37', 'concept/port-publishing', /47561:8080/],
  ['E-38', 'concept/docker-desktop', /Containers/],
  ['E-39', 'concept/install', /docs\.docker\.com|Docker Desktop/],
  ['E-40', 'concept/official-image', /OFFICIAL/],
  ['E-41', 'concept/hypervisor', /Windows|macOS/],
  ['E-42', 'concept/dockerfile', /`Dockerfile`/],
  ['E-43', 'concept/image', /버전/],
  ['E-44', 'concept/container', /커널|CPU|메모리/],
  ['E-45', 'concept/virtual-machine', /원칙적으로|거의|절대적/],
  ['E-46', 'concept/virtual-machine', /Windows.*Linux|Linux.*Windows/s],
  ['E-47', 'concept/selinux-label', /Security-Enhanced Linux/],
  ['E-48', 'concept/selinux-label', /데이터베이스|DB|PostgreSQL/],
  ['E-49', 'concept/volume', /\$\(pwd\)/],
  ['E-50', 'concept/port-publishing', /5434|두 번째|다른 호스트 포트/],
  ['E-51', 'image/postgres', /18/],
  ['E-52', 'concept/environment-variable', /docker inspect/],
  ['E-53', 'concept/mac-file-sharing', /VirtioFS/],
  ['E-54', 'concept/mac-file-sharing', /Rancher Desktop/],
  ['E-56', 'concept/container', /exited|created|멈춘/i],
  ['E-57', 'concept/image-layer', /빌드 캐시/],
  ['E-58', 'concept/image', /OCI|매니페스트|tar/],
  ['E-59', 'concept/image-tar', /선택|레지스트리/],
  ['E-60', 'compose/version', /경고/],
  ['E-61', 'command/docker-compose-build', /build:|compose/],
  ['E-62', 'concept/vm-vs-container', /하이퍼바이저|가상 머신/],
  ['E-63', 'concept/build-context', /`-f`/],
  ['E-64', 'concept/image-immutable', /다이제스트/],
  ['E-65', 'reference/tag=latest', /버전/],
  ['E-66', 'concept/docker-hub', /제한|한도/],
  ['E-67', 'concept/volume', /정확히는 바인드 마운트/],
  ['E-68', 'concept/dockerfile', /지시문/],
  ['E-69', 'concept/portability', /CPU 종류와 커널이 맞아야/],
  ['E-70', 'concept/swarm', /자동 확장|자동으로 늘/],
  ['E-71', 'concept/docker-daemon', /dockerd/],
  ['E-72', 'concept/image-store', /\/var\/lib\/docker/],
  ['E-73', 'concept/vm-vs-container', /격리/],
  ['E-74', 'concept/vm-vs-container', /docker top|작업 관리자|Docker Desktop/],
  ['E-75', 'image/centos', /2024년 6월|Rocky|Alma/i],
  ['E-76', 'concept/cgroup', /대역폭/],
  ['E-78', 'concept/os-level-virtualization', /에뮬레이션/],
  ['E-79', 'concept/isolation', /libcontainer/],
  ['E-80', 'concept/port-publishing', /UFW/],
  ['E-81', 'concept/container-name', /이미지 이름|이미지의 이름|네임스페이스/],
  ['E-82', 'concept/docker', /플랫폼/],
  ['E-83', 'shell/bash', /알파인 계열에는 없/],
  ['E-84', 'concept/user-defined-network', /wget|ping|curl/],
];

/** Form and spelling of the notes themselves; there is nothing to teach. E-55 is held by the fence languages of content.test.ts. */
const NOTHING_TO_TEACH = ['E-55', 'E-77'];

/** What no lesson may say, because the notes said it and it is wrong. */
const NEVER: readonly RegExp[] = [/docker nework rm [a-z]+`?(?!.*(?:오타|unknown|없는))/, /Secure Enhanced Linux/, /OFFICAIL/, /docker ps -al.*나열합니다/];

describe('the corrections of the notes', () => {
  it('are 84', () => assert.equal(new Set([...CORRECTIONS.map(([id]) => id), ...NOTHING_TO_TEACH]).size, 84));

  for (const [id, topic, words] of CORRECTIONS) {
    it(`${id}: ${topic}`, () => {
      const lesson = lessons.find((it) => it.topic === topic);
      assert.ok(lesson, 'there is such a lesson');
      assert.match(lesson.lines.join('\n'), words);
    });
  }

  it('no lesson repeats an error', () => {
    const wrong = lessons.flatMap(({ topic, prose }) => NEVER.filter((error) => error.test(prose)).map((error) => `${topic}: ${error}`));
    assert.deepEqual(wrong, []);
  });
});
