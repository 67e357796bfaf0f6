const key = (meId: string) => `parley.lastRoom.${meId}`;

/** The room to open first at the next visit of this device. */
export function rememberRoom(meId: string, roomId: string): void {
  try {
    localStorage.setItem(key(meId), roomId);
  } catch {
    // The next visit starts in the lobby.
  }
}

export function lastRoom(meId: string): string | null {
  try {
    return localStorage.getItem(key(meId));
  } catch {
    return null;
  }
}
