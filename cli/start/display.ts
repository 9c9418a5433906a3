/** Whether a window can be opened: on Linux somebody must have said where. */
export const hasDisplay = (platform: NodeJS.Platform, env: Record<string, string | undefined>): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
