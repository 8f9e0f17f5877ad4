import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Under the old address of somebody who became one with another stands the other: then their own address is shown. */
export function useNowAt(id: string, now: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (now !== undefined && now !== id) void navigate({ to: '/people/$id', params: { id: now }, replace: true });
  }, [id, now, navigate]);
}
