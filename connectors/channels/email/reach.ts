// Where a mail server may be. Its name comes from whoever may change a tenant's settings, so it must not lead into the network
// of the installation itself. The name is looked up once, its addresses are judged, and the connection goes to the address
// that was judged: a name that answers differently the second time gains nothing.

import { lookup as systemLookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

export type Reached =
  | { readonly address: string; readonly trouble?: undefined }
  | { readonly trouble: 'host_unknown' | 'host_forbidden'; readonly answer: string }

/** Leads a host's name to an address that may be spoken to. Never throws. */
export type Reach = (host: string) => Promise<Reached>

export type Lookup = (host: string) => Promise<readonly { readonly address: string }[]>

/**
 * What is no place on the public internet (IANA's special-purpose registries of IPv4 and IPv6): loopback, link-local, private,
 * shared, documentation, benchmarks, multicast, reserved, and IPv6 that carries an IPv4 address within.
 */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // All that is handed out of IPv6 lies in 2000::/3; these parts of that do not count.
  '::/3',
  '4000::/2',
  '8000::/1',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
]

/**
 * `alsoAllowed`: addresses and networks (CIDR) of the house that are meant to be reached, as whoever runs the installation says.
 * Throws RangeError where one of them is none.
 */
export function createReach(alsoAllowed: readonly string[] = [], lookup: Lookup = lookupAll): Reach {
  const closed = listOf(NOT_PUBLIC)
  const open = listOf(alsoAllowed)
  const allowed = (address: string): boolean => isIP(address) !== 0 && (holds(open, address) || !holds(closed, address))
  return async (host) => {
    const found = await lookup(host).catch(() => [])
    if (found.length === 0) return { trouble: 'host_unknown', answer: `${host}: no address` }
    const address = found.map((each) => each.address).find(allowed)
    return address === undefined ? { trouble: 'host_forbidden', answer: `${host}: no public address` } : { address }
  }
}

async function lookupAll(host: string): Promise<readonly { readonly address: string }[]> {
  return isIP(host) === 0 ? systemLookup(host, { all: true }) : [{ address: host }]
}

type Family = 'ipv4' | 'ipv6'
/** One list a family: in a common one IPv4 would be found within ::ffff:0:0/96, and so in every network around that. */
type Networks = Readonly<Record<Family, BlockList>>

function listOf(networks: readonly string[]): Networks {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = familyOf(address)
    if (family === undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits)))
      throw new RangeError(`${network} is neither an address nor a network`)
    lists[family].addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family)
  }
  return lists
}

function holds(lists: Networks, address: string): boolean {
  // ::ffff:a.b.c.d is a.b.c.d.
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const family = familyOf(plain)
  return family !== undefined && lists[family].check(plain, family)
}

function familyOf(address: string): Family | undefined {
  const family = isIP(address)
  return family === 0 ? undefined : family === 4 ? 'ipv4' : 'ipv6'
}

/** What a TLS certificate must be for, where the connection goes to an address: the name that was asked for. */
export function servername(host: string): { readonly servername?: string } {
  return isIP(host) === 0 ? { servername: host } : {}
}
