/** What is being typed before somebody is signed in; it outlives errors and going between the forms. */
export interface AccountDraft {
  workspaceName: string;
  name: string;
  displayName: string;
  password: string;
}

export const emptyDraft: AccountDraft = { workspaceName: '', name: '', displayName: '', password: '' };
