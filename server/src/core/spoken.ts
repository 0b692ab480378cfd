import { ko } from './ko.ts';

/** A duration as one says it in Korean, in hours, minutes and seconds. */
export function spokenDuration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return ko.milliseconds(Number((seconds * 1000).toPrecision(6)));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return ko.time(hours, minutes, Number((seconds % 60).toPrecision(6)));
}
