import { expect, it, vi } from 'vitest';
import type { Problem } from '#client/lib/problem.ts';
import { render } from '#client/testing/render.tsx';
import { AuthScreen, type AuthScreenProps } from './AuthScreen.tsx';

const refuse = (problem: Problem) => vi.fn<(values: unknown) => Promise<Problem | null>>(async () => problem);

function screen(props: Partial<AuthScreenProps>) {
  const nothing = async () => null;
  return (
    <AuthScreen
      view={{ kind: 'login' }}
      workspaceName="Northwind"
      registration="open"
      onView={() => {}}
      onLogin={nothing}
      onRegister={nothing}
      {...props}
    />
  );
}

it('keeps what was typed when the server refuses, and says why at the field', async () => {
  const onRegister = refuse({ field: 'name', sentence: 'That name is taken.' });
  const page = await render(screen({ view: { kind: 'register' }, onRegister }));
  await page.type(page.find('input', 'Name'), ' ann ');
  await page.type(page.find('input', 'Password'), 'four words in a row');
  await page.click(page.find('button', 'Create account'));
  expect(onRegister).toHaveBeenCalledWith({ name: 'ann', displayName: '', password: 'four words in a row' });
  expect(page.find('input', 'Name')).toHaveProperty('value', ' ann ');
  expect(page.find('input', 'Password')).toHaveProperty('value', 'four words in a row');
  const described = page.find('input', 'Name').getAttribute('aria-describedby')?.split(' ')[0] ?? '';
  expect(document.getElementById(described)?.textContent).toBe('That name is taken.');
});

it('keeps what was typed on the way from logging in to creating an account', async () => {
  const page = await render(screen({ view: { kind: 'login' } }));
  await page.type(page.find('input', 'Name'), 'wen');
  await page.rerender(screen({ view: { kind: 'register' } }));
  expect(page.find('input', 'Name')).toHaveProperty('value', 'wen');
});

it('shows a problem of no field for the form as a whole', async () => {
  const page = await render(screen({ onLogin: refuse({ sentence: 'Name or password is not right.' }) }));
  await page.click(page.find('button', 'Log in'));
  expect(document.querySelector('[role=alert]')?.textContent).toBe('Name or password is not right.');
});

it('names the workspace on the first run', async () => {
  const onRegister = refuse({ sentence: 'No.' });
  const page = await render(screen({ view: { kind: 'owner' }, onRegister }));
  await page.type(page.find('input', 'Workspace name'), 'Northwind');
  await page.click(page.find('button', 'Create workspace'));
  expect(onRegister).toHaveBeenCalledWith(expect.objectContaining({ workspaceName: 'Northwind' }));
});

it('offers no form where registration is closed', async () => {
  const page = await render(screen({ view: { kind: 'register' }, registration: 'closed' }));
  expect(document.querySelector('input')).toBeNull();
  expect(page.find('button', 'Go to log in')).toBeTruthy();
});
