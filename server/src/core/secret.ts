/** Whether a variable's name hints that its value is nobody else's business. Generous: for what hides the value, or costs nothing where it is wrong. */
export const isSecretName = (name: string): boolean => /PASS|SECRET|TOKEN|PRIVATE|CREDENTIAL|_KEY$/i.test(name);

/** Whether a name says for sure that its value is a secret itself, not how to make one, how long it lasts or in which file it lies. */
export const namesSecret = (name: string): boolean =>
  /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|(?:SECRET|PRIVATE|ACCESS)_?KEY|API_?KEY)$/i.test(name) && !/ALLOW_EMPTY|RANDOM|ENABLE|DISABLE|PUBLIC/i.test(name);

/**
 * The names that BuildKit takes for secrets: a whole name, or a part between underscores.
 * https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/
 */
export const isSecretForBuildKit = (name: string): boolean =>
  /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i.test(name) && !/(?:_|^)public(?:_|$)/i.test(name);
