/** A value of a field of the workspace's own, as text, with who wrote it when: so that taking an import back leaves no trace on it. */
export interface CustomState {
  id: string;
  text: string;
  at: string;
  by: string | null;
}
