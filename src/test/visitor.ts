/** A person with a browser's manners: keeps cookies, says where a request comes from. */
export interface Visitor {
  /** JSON in, JSON out, with the status. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Hands in a file and waits for the acknowledgement. */
  handIn(name: string, text: string): Promise<Answer>;
  cookies: Map<string, string>;
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}

export function visitorOf(url: string): Visitor {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: url, ...(cookie ? { cookie } : {}), ...init.headers };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name && value) cookies.set(name, value);
      else if (name) cookies.delete(name);
    }
    const text = await response.text();
    return { status: response.status, body: parse(text), headers: response.headers };
  };
  return {
    cookies,
    ask: (method, path, body, headers = {}) =>
      send(path, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    handIn: (name, text) =>
      send(`/api/v1/conversations/files?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: text,
      }),
  };
}

const PASSWORD = 'a sentence to remember';

/** Makes an account; the first one needs nothing on this machine, the others an invitation. */
export function signUp(visitor: Visitor, name: string, headers: Record<string, string> = {}): Promise<Answer> {
  const email = `${name.toLowerCase()}@example.org`;
  return visitor.ask('POST', '/api/auth/sign-up/email', { name, email, password: PASSWORD }, headers);
}

export function signIn(visitor: Visitor, name: string, password = PASSWORD): Promise<Answer> {
  return visitor.ask('POST', '/api/auth/sign-in/email', { email: `${name.toLowerCase()}@example.org`, password });
}

/** A workspace with this visitor as its owner. */
export function makeWorkspace(visitor: Visitor): Promise<Answer> {
  return visitor.ask('POST', '/api/v1/workspaces', {
    ...{ name: 'Brightwater', whatWeDo: 'Pumps', mission: 'Water for all', personKinds: ['customer'], locale: 'en', zone: 'UTC' },
  });
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text };
  }
}
