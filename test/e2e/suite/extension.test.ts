import { matches } from './check.ts';
import { hoverAt, ourExtension, show, until } from './editor.ts';
import { answers, mall, opensLesson } from './hovers.ts';
import { followsStack } from './neighbours.ts';
import { makesProjects } from './new-project.ts';
import { findsProblemsOnDisk, followsSettings, mendsProblems } from './problems.ts';
import { takesSnippets } from './snippets.ts';

describe('the shopping mall', () => {
  answers(mall);
  opensLesson('frontend/Dockerfile');
  mendsProblems();
  followsSettings();
  findsProblemsOnDisk();
  followsStack();
  takesSnippets();
  makesProjects();

  it('answers again after the server was killed', async () => {
    const { serverPid } = await ourExtension().activate();
    const before = await until('the server', serverPid);
    process.kill(before, 'SIGKILL');
    await until('another server', async () => {
      const pid = await serverPid();
      return pid !== undefined && pid !== before;
    });
    matches(await hoverAt(await show('frontend/Dockerfile'), 'FROM'), /\*\*FROM\*\*/);
  });
});
