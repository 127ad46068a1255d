import { describe, expect, test } from 'vitest'
import { createReach } from './reach.ts'

describe('a name that a tenant has written', () => {
  test.each([
    '127.0.0.1',
    '127.255.0.9',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.178.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
  ])('does not lead to %s', async (address) => {
    expect(await createReach([], async () => [{ address }])('mail.example')).toMatchObject({
      trouble: 'host_forbidden',
    })
    expect(await createReach()(address)).toMatchObject({ trouble: 'host_forbidden' })
  })

  test.each(['93.184.216.34', '172.32.0.1', '100.128.0.1', '2a00:1450:4001::1', '2606:4700::1'])(
    'leads to %s',
    async (address) => {
      expect(await createReach([], async () => [{ address }])('mail.example')).toEqual({ address })
    },
  )

  test('leads to the public one of its addresses, and to none but that', async () => {
    const both = [{ address: '10.0.0.1' }, { address: '93.184.216.34' }]
    expect(await createReach([], async () => both)('mail.example')).toEqual({ address: '93.184.216.34' })
  })

  test('is looked up once: what it answers later does not matter', async () => {
    const answers = ['93.184.216.34', '127.0.0.1']
    const reach = createReach([], async () => [{ address: answers.shift() ?? '' }])
    expect(await reach('mail.example')).toEqual({ address: '93.184.216.34' })
    expect(answers).toEqual(['127.0.0.1'])
  })

  test('that has no address is unknown, and so is none at all', async () => {
    expect(await createReach([], async () => [])('mail.example')).toMatchObject({ trouble: 'host_unknown' })
    expect(await createReach([], () => Promise.reject(new Error('ENOTFOUND')))('x')).toMatchObject({
      trouble: 'host_unknown',
    })
  })
})

test('who runs the installation may open parts of the house', async () => {
  const reach = createReach(['10.1.0.0/16', '127.0.0.1', 'fd12::/16'])
  expect(await reach('10.1.9.9')).toEqual({ address: '10.1.9.9' })
  expect(await reach('127.0.0.1')).toEqual({ address: '127.0.0.1' })
  expect(await reach('fd12::5')).toEqual({ address: 'fd12::5' })
  expect(await reach('127.0.0.2')).toMatchObject({ trouble: 'host_forbidden' })
  expect(() => createReach(['intranet'])).toThrow(RangeError)
  expect(() => createReach(['10.0.0.0/x'])).toThrow(RangeError)
})
