/** Whether a variable's name says that its value is nobody else's business. */
export const isSecretName = (name: string): boolean => /PASS|SECRET|TOKEN|PRIVATE|CREDENTIAL|_KEY$/i.test(name);
