import { Endpoint } from '../../../lib/model/endpoint.ts'

/** An endpoint with nothing set but what is given. @param id of its own, chosen by the page */
export const newEndpoint = (id: string, given: Partial<Endpoint> = {}): Endpoint =>
  Endpoint.parse({ id, name: '', url: '', method: 'GET', mapping: {}, values: {}, ...given })
