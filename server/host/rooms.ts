import type { Room } from '../src/generated/topics.ts';
import type { Lessons, LoadLessons } from '../src/service/lesson.ts';

/** Loads each room of lessons once. A load that fails is tried again when somebody asks again. */
export function once(load: LoadLessons): LoadLessons {
  const rooms = new Map<Room, Promise<Lessons>>();
  return (room) => {
    const known = rooms.get(room);
    if (known) return known;
    const loading = load(room);
    rooms.set(room, loading);
    loading.catch(() => rooms.delete(room));
    return loading;
  };
}
