import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { greeting, greetingCode } from './greeting.ts'

const address = (value: string, internal = false) => ({
  address: value,
  family: 'IPv4' as const,
  internal,
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
})
const interfaces = {
  lo: [address('127.0.0.1', true)],
  eth0: [address('192.168.1.7')],
  odd: [address('169.254.3.4')],
}

test('the greeting names the address for oneself, for others in the room, and where the data is', () => {
  const config = readConfig({ VISPERA_DATA: '/srv/vispera', VISPERA_ORIGIN: 'https://board.example.org' })
  expect(greeting(config, 8080, interfaces).split('\n')).toEqual([
    'Vispera is ready:          http://localhost:8080',
    'Its public address:        https://board.example.org',
    'On the local network:      http://192.168.1.7:8080',
    'The data is in:            /srv/vispera',
    'Stop it with Ctrl+C.',
  ])
})

test('a server that listens on one address only says no other', () => {
  const lines = greeting(readConfig({ HOST: '::1', VISPERA_DATA: '/d' }), 8080, interfaces)
  expect(lines).toContain('http://[::1]:8080')
  expect(lines).not.toContain('192.168.1.7')
})

const anywhere = readConfig({ VISPERA_DATA: '/d' })

test('a phone on the local network finds the server by a code that a terminal can draw', () => {
  const code = greetingCode(anywhere, 8080, interfaces)
  expect(code).toMatch(/^[█▀▄ \n]+$/)
  expect(greetingCode(anywhere, 8080, {})).toBeNull()
})
