import { theme, type ThemeConfig } from 'antd';
import type { Shade } from './preferences';

/** The look of the desk: dense enough for tables, with text that stands out in both shades. */
export function themeOf(shade: Shade): ThemeConfig {
  const dark = shade === 'dark';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: dark ? '#8bbcf2' : '#1c5aa6',
      colorInfo: dark ? '#8bbcf2' : '#1c5aa6',
      colorLink: dark ? '#7fb2ee' : '#1c5aa6',
      colorLinkHover: dark ? '#a8ccf5' : '#123f78',
      colorTextSecondary: dark ? 'rgba(255,255,255,0.72)' : 'rgba(20,28,40,0.74)',
      colorTextTertiary: dark ? 'rgba(255,255,255,0.62)' : 'rgba(20,28,40,0.66)',
      colorTextDescription: dark ? 'rgba(255,255,255,0.66)' : 'rgba(20,28,40,0.68)',
      colorTextPlaceholder: dark ? 'rgba(255,255,255,0.6)' : 'rgba(20,28,40,0.62)',
      colorBgLayout: dark ? '#11151b' : '#f3f5f8',
      colorBgContainer: dark ? '#1a2029' : '#ffffff',
      colorBgElevated: dark ? '#222a35' : '#ffffff',
      borderRadius: 6,
      fontSize: 14,
      fontFamily:
        '"Inter", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
      controlHeight: 34,
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Table: { cellPaddingBlock: 9, cellPaddingInline: 12, headerBg: dark ? '#202833' : '#f0f3f8' },
      Button: dark ? { primaryColor: '#0b1220' } : {},
      Tabs: { horizontalItemGutter: 20, verticalItemPadding: '7px 12px', verticalItemMargin: '2px 0 0 0' },
      Card: { bodyPadding: 16, headerHeight: 44 },
      Tag: { defaultBg: dark ? '#252e3a' : '#eef2f7' },
    },
  };
}
