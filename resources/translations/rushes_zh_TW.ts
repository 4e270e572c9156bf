<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en_US">
<context>
    <name>account::Access</name>
    <message>
        <source>“%1” is no address of a server. It should look like %2.</source>
        <translation>「%1」不是伺服器網址，應該像這樣：%2。</translation>
    </message>
    <message>
        <source>%1 is not encrypted, so that anybody on the way could read the key. Use an https address.</source>
        <translation>%1 沒有加密，途中任何人都能讀到金鑰。改用 https 網址。</translation>
    </message>
    <message>
        <source>The batch file sends its jobs, and your key with them, to %1. If you trust that server, say so with --base-url %2 or %3; else remove base_url from the file.</source>
        <translation>這個批次檔會把工作連同你的金鑰送到 %1。如果信任那台伺服器，用 --base-url %2 或 %3 註明；否則從檔案裡移除 base_url。</translation>
    </message>
</context>
<context>
    <name>account::Keychain</name>
    <message>
        <source>There is no keychain service on this computer, such as GNOME Keyring or KWallet.</source>
        <translation>這台電腦沒有鑰匙圈服務，例如 GNOME Keyring 或 KWallet。</translation>
    </message>
    <message>
        <source>The keychain is locked, or access to it was denied.</source>
        <translation>鑰匙圈已鎖定，或拒絕存取。</translation>
    </message>
    <message>
        <source>The keychain reports: %1</source>
        <translation>鑰匙圈回報：%1</translation>
    </message>
</context>
<context>
    <name>account::Preferences</name>
    <message>
        <source>The preferences could not be written to %1. Check that the folder can be written to and that the disk isn&apos;t full.</source>
        <translation>偏好設定無法寫入 %1。確認資料夾可以寫入，而且磁碟還有空間。</translation>
    </message>
</context>
<context>
    <name>atlas::Client</name>
    <message>
        <source>The base URL is no web address: “%1”. Set one such as https://api.atlascloud.ai/api/v1.</source>
        <translation>base URL 不是網址：「%1」。改成像 https://api.atlascloud.ai/api/v1 這樣的網址。</translation>
    </message>
    <message>
        <source>The API key contains characters that no key has. Copy it again.</source>
        <translation>API 金鑰含有金鑰不會有的字元。重新複製一次。</translation>
    </message>
    <message>
        <source>Nothing was sent: the base URL&apos;s http would carry the API key unencrypted to %1. Use https.</source>
        <translation>沒有送出任何資料：base URL 用的是 http，會把未加密的 API 金鑰送到 %1。改用 https。</translation>
    </message>
    <message>
        <source>No answer from %1 in time.</source>
        <translation>%1 沒有在時限內回應。</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 拒絕連線。</translation>
    </message>
    <message>
        <source>The server %1 was not found. Check the network and the base URL.</source>
        <translation>找不到伺服器 %1。檢查網路和 base URL。</translation>
    </message>
    <message>
        <source>The connection to %1 is not safe: %2.</source>
        <translation>與 %1 的連線不安全：%2。</translation>
    </message>
    <message>
        <source>%1 closed the connection before it had answered.</source>
        <translation>%1 還沒回應就關閉了連線。</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2.</source>
        <translation>與 %1 的連線中斷：%2。</translation>
    </message>
    <message>
        <source>The server refused the API key (%1). Check the key in the settings.</source>
        <translation>伺服器拒絕了 API 金鑰（%1）。檢查設定中的金鑰。</translation>
    </message>
    <message>
        <source>The account&apos;s balance is used up (%1).</source>
        <translation>帳戶餘額已用完（%1）。</translation>
    </message>
    <message>
        <source>The server asks for fewer requests (%1).</source>
        <translation>伺服器要求減少請求（%1）。</translation>
    </message>
    <message>
        <source>The server had an internal error (%1).</source>
        <translation>伺服器發生內部錯誤（%1）。</translation>
    </message>
    <message>
        <source>The server is busy (%1).</source>
        <translation>伺服器忙碌中（%1）。</translation>
    </message>
    <message>
        <source>The server could not be reached through its gateway (%1).</source>
        <translation>無法透過閘道連上伺服器（%1）。</translation>
    </message>
    <message>
        <source>The server doesn&apos;t know what was asked for (%1).</source>
        <translation>伺服器找不到所要求的項目（%1）。</translation>
    </message>
    <message>
        <source>The request is too large for the server (%1).</source>
        <translation>請求太大，伺服器無法處理（%1）。</translation>
    </message>
    <message>
        <source>The server refuses this request in this region (%1).</source>
        <translation>伺服器在這個地區不接受這項請求（%1）。</translation>
    </message>
    <message>
        <source>The server refused the request (%1).</source>
        <translation>伺服器拒絕了請求（%1）。</translation>
    </message>
    <message>
        <source>The server answered with a redirect (%1) that leads nowhere. Check the base URL.</source>
        <translation>伺服器回應的重新導向（%1）沒有目的地。檢查 base URL。</translation>
    </message>
    <message>
        <source>The server answered with a redirect (%1) to %2. Nothing was sent there, so that the API key stays with the server that it is for. Check the base URL.</source>
        <translation>伺服器要求重新導向（%1）到 %2。為了不讓 API 金鑰離開它所屬的伺服器，沒有送出任何資料。檢查 base URL。</translation>
    </message>
    <message>
        <source>The server answered with the code %1.</source>
        <translation>伺服器回應代碼 %1。</translation>
    </message>
    <message>
        <source>The server&apos;s content moderation refused the prompt.</source>
        <translation>伺服器的內容審查拒絕了這段提示詞。</translation>
    </message>
    <message>
        <source>The generation failed; the server gave no reason.</source>
        <translation>生成失敗，伺服器沒有說明原因。</translation>
    </message>
    <message>
        <source>The server&apos;s answer to the submission names no prediction.</source>
        <translation>伺服器對送出的回應沒有預測編號。</translation>
    </message>
    <message>
        <source>The server&apos;s answer to the submission can&apos;t be read.</source>
        <translation>無法讀取伺服器對送出的回應。</translation>
    </message>
    <message>
        <source>The server&apos;s answer about the prediction can&apos;t be read.</source>
        <translation>無法讀取伺服器對預測的回應。</translation>
    </message>
    <message>
        <source>The server&apos;s answer doesn&apos;t say how the prediction stands.</source>
        <translation>伺服器的回應沒有說明預測的狀態。</translation>
    </message>
    <message>
        <source>The server calls the prediction “%1”, which Rushes doesn&apos;t know.</source>
        <translation>伺服器回報預測狀態為「%1」，Rushes 不認得。</translation>
    </message>
    <message>
        <source>The server calls the prediction completed but names no file.</source>
        <translation>伺服器回報預測已完成，卻沒有提供檔案。</translation>
    </message>
    <message>
        <source>The server&apos;s answer about the balance can&apos;t be read.</source>
        <translation>無法讀取伺服器對餘額的回應。</translation>
    </message>
    <message>
        <source>Nothing is fetched from “%1”: it is no https address.</source>
        <translation>沒有從「%1」取回任何資料：它不是 https 網址。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 and was given up.</source>
        <translation>%1 的回應超過 %2，已放棄接收。</translation>
    </message>
    <message>
        <source>The server&apos;s answer to the upload names no address.</source>
        <translation>伺服器對上傳的回應沒有網址。</translation>
    </message>
    <message>
        <source>The server&apos;s answer to the upload can&apos;t be read.</source>
        <translation>無法讀取伺服器對上傳的回應。</translation>
    </message>
    <message>
        <source>The file %1 is not there.</source>
        <translation>檔案 %1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a folder. Name one file in it.</source>
        <translation>%1 是資料夾，應為其中的一個檔案。</translation>
    </message>
    <message>
        <source>%1 is no file that can be uploaded.</source>
        <translation>%1 不是可以上傳的檔案。</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>檔案 %1 是空的。</translation>
    </message>
    <message>
        <source>The file %1 changed while it was being uploaded. Try again when nothing writes to it.</source>
        <translation>檔案 %1 在上傳時有變更。等沒有程式寫入它時再試一次。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2.</source>
        <translation>無法讀取檔案 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 has %2; the service takes no more than %3. Make it smaller.</source>
        <translation>檔案 %1 有 %2，服務最多接受 %3。請把它縮小。</translation>
    </message>
</context>
<context>
    <name>atlas::Download</name>
    <message>
        <source>%1 sent the file packed as “%2”, which was not asked for.</source>
        <translation>%1 以未要求的「%2」壓縮格式傳送檔案。</translation>
    </message>
    <message>
        <source>The download ended after %1 of %2 bytes.</source>
        <translation>下載在 %1／%2 位元組時結束。</translation>
    </message>
    <message>
        <source>%1 sent a part of the file (%2) that was not asked for.</source>
        <translation>%1 傳來未要求的檔案片段（%2）。</translation>
    </message>
    <message>
        <source>The connection to %1 is not safe: %2.</source>
        <translation>與 %1 的連線不安全：%2。</translation>
    </message>
    <message>
        <source>%1 wants to send the file over an unencrypted connection.</source>
        <translation>%1 要用未加密的連線傳送檔案。</translation>
    </message>
    <message>
        <source>%1 redirects without end.</source>
        <translation>%1 不斷重新導向。</translation>
    </message>
    <message>
        <source>The address of the file is no web address.</source>
        <translation>檔案的位址不是網址。</translation>
    </message>
    <message>
        <source>Nothing more came from %1 in time.</source>
        <translation>%1 沒有在時限內繼續傳送。</translation>
    </message>
    <message>
        <source>The connection to %1 was closed after %2 of %3 bytes.</source>
        <translation>與 %1 的連線在 %2／%3 位元組時關閉。</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 關閉了連線。</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2.</source>
        <translation>與 %1 的連線中斷：%2。</translation>
    </message>
    <message>
        <source>The link to the file no longer works: %1 answered %2.</source>
        <translation>檔案連結已失效：%1 回應 %2。</translation>
    </message>
    <message>
        <source>%1 answered the download with the status %2.</source>
        <translation>%1 對下載回應狀態 %2。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be written: %2.</source>
        <translation>無法寫入檔案 %1：%2。</translation>
    </message>
</context>
<context>
    <name>batch::Cost</name>
    <message>
        <source>$%1</source>
        <extracomment>An amount of US dollars; %1 is the number.</extracomment>
        <translation>US$%1</translation>
    </message>
</context>
<context>
    <name>batch::Expansion</name>
    <message>
        <source>{%1} is no variable here; did you mean {%2}? Braces that are meant as they stand are doubled: {{%1}}.</source>
        <translation>這裡沒有變數 {%1}，是不是要寫 {%2}？大括號若要照原樣保留，請寫兩層：{{%1}}。</translation>
    </message>
    <message>
        <source>{%1} is no variable here. Name it under vars or matrix, or double the braces where they are meant as they stand: {{%1}}.</source>
        <translation>這裡沒有變數 {%1}。在 vars 或 matrix 中加上它；大括號若要照原樣保留，請寫兩層：{{%1}}。</translation>
    </message>
    <message>
        <source>{%1} stays in the text as it is, because this job has no variables. Braces that are meant so are doubled: {{%1}}.</source>
        <translation>{%1} 會照原樣留在文字中，因為這項工作沒有變數。要保留的大括號請寫兩層：{{%1}}。</translation>
    </message>
    <message>
        <source>%1 has no values. Give one or more, or take it out.</source>
        <translation>%1 沒有值。給它至少一個值，或刪除它。</translation>
    </message>
    <message>
        <source>%1 stands twice in the matrix. Take one out.</source>
        <translation>%1 在 matrix 中出現兩次。刪除其中一個。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice in %2: it would be made and paid for twice. Take one out.</source>
        <translation>「%1」在 %2 中出現兩次，會重複生成並重複付費。刪除其中一個。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice in one choice of the prompt: it would be made and paid for twice. Take one out.</source>
        <translation>「%1」在提示詞的同一組選擇中出現兩次，會重複生成並重複付費。刪除其中一個。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be named in a text: give it a name of letters, digits, _ and -, without spaces.</source>
        <translation>文字中無法引用「%1」：名稱只能用文字、數字、_ 和 -，不能有空格。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be the name of an axis: takes and the choices of a prompt are called so. Give it another name.</source>
        <translation>%1 不能當作清單的名稱：鏡次與提示詞的選擇用了這個名稱。換一個名稱。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for %2, which sets the key of that name. Expected %3.</source>
        <translation>「%1」不是 %2 的有效值；這份清單會設定同名的鍵。應為%3。</translation>
    </message>
    <message>
        <source>image or video</source>
        <translation>image 或 video</translation>
    </message>
    <message>
        <source>a whole number of pixels, such as 1024</source>
        <translation>整數的像素數，例如 1024</translation>
    </message>
    <message>
        <source>a number of seconds, such as 5 or 7.5</source>
        <translation>秒數，例如 5 或 7.5</translation>
    </message>
    <message>
        <source>a whole number, such as 7</source>
        <translation>整數，例如 7</translation>
    </message>
    <message>
        <source>No text of this job names {%1}, so that its jobs ask for the same; did you mean %2?</source>
        <translation>這項工作的文字都沒有用到 {%1}，所以各工作的內容會相同；是不是要寫 %2？</translation>
    </message>
    <message>
        <source>No text of this job names {%1}, so that its jobs ask for the same. Name it in the prompt, or take it out.</source>
        <translation>這項工作的文字都沒有用到 {%1}，所以各工作的內容會相同。在提示詞中使用它，或刪除它。</translation>
    </message>
    <message>
        <source>%1 is nothing that this job varies by; did you mean %2? It switches nothing off.</source>
        <translation>這項工作沒有 %1 的變化，是不是要寫 %2？這一項不會關閉任何工作。</translation>
    </message>
    <message>
        <source>%1 is nothing that this job varies by. It switches nothing off.</source>
        <translation>這項工作沒有 %1 的變化。這一項不會關閉任何工作。</translation>
    </message>
    <message>
        <source>%1 is never &quot;%2&quot;. It switches nothing off.</source>
        <translation>%1 沒有「%2」這個值。這一項不會關閉任何工作。</translation>
    </message>
    <message>
        <source>There is no take %1: count is %2. It switches nothing off.</source>
        <translation>沒有第 %1 個鏡次：count 是 %2。這一項不會關閉任何工作。</translation>
    </message>
    <message>
        <source>An empty combination switches nothing off.</source>
        <translation>空的組合不會關閉任何工作。</translation>
    </message>
    <message>
        <source>This text has more than %1 characters, or would have with what its variables stand for. Make it shorter.</source>
        <translation>這段文字超過 %1 個字元，或代入變數後會超過。請縮短它。</translation>
    </message>
    <message>
        <source>The jobs of this file would have texts of more than %1 characters together, with what defaults and variables stand for. Make these shorter, or divide the file.</source>
        <translation>代入預設值與變數後，這個檔案的工作文字總共會超過 %1 個字元。請縮短它們，或把檔案分開。</translation>
    </message>
    <message>
        <source>%1 would make %2 jobs; the limit of this file is %3. Take values out, or raise max_variations.</source>
        <translation>%1 會產生 %2 項工作，這個檔案的上限是 %3。減少值，或提高 max_variations。</translation>
    </message>
    <message>
        <source>%1 would make %2 jobs; the limit of this file is %3, of which %4 are left. Take values out, or raise max_variations.</source>
        <translation>%1 會產生 %2 項工作，這個檔案的上限是 %3，還剩 %4。減少值，或提高 max_variations。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; ask for the very same: it would be paid for twice. Let their values differ, or switch one of them off.</source>
        <translation>「%1」與「%2」要求的內容完全相同，會重複付費。請讓兩者的值不同，或停用其中一個。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; have the same seed: the same would be made and paid for twice. Takes count up from each seed: keep them %3 or more apart, or exclude one of these two.</source>
        <translation>「%1」與「%2」的種子相同，會重複生成並重複付費。各鏡次的種子會依序遞增：請讓種子相差 %3 以上，或排除這兩者之一。</translation>
    </message>
    <message>
        <source>Both of these would be called &quot;%1&quot;: %2; %3. Digits behind it tell them apart. Better put something between the values in the name.</source>
        <translation>這兩者都會叫做「%1」：%2；%3。名稱後會加上編號以便區分。建議在名稱的各個值之間加入其他文字。</translation>
    </message>
    <message>
        <source>take %1</source>
        <translation>鏡次 %1</translation>
    </message>
</context>
<context>
    <name>batch::JobState</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation>送出中</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>生成中</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>下載中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>待確認</translation>
    </message>
</context>
<context>
    <name>batch::References</name>
    <message numerus="yes">
        <source>%n jobs are called “%1”, and job: must name a single one. Give them different names.</source>
        <translation>
            <numerusform>有 %n 項工作叫做「%1」，但 job: 只能指向一項。請給它們不同的名稱。</numerusform>
        </translation>
    </message>
    <message>
        <source>This job can&apos;t start from its own result.</source>
        <translation>這項工作不能從自己的結果開始。</translation>
    </message>
    <message>
        <source>“%1” waits in turn for this job: neither could ever begin.</source>
        <translation>「%1」也在等待這項工作，兩者都無法開始。</translation>
    </message>
    <message>
        <source>job: must be followed by the name of a job.</source>
        <translation>job: 後面應為工作的名稱。</translation>
    </message>
    <message>
        <source>There is no job “%1” to start from.</source>
        <translation>沒有可以作為起點的工作「%1」。</translation>
    </message>
    <message>
        <source>There is no job “%1” to start from; did you mean “%2”?</source>
        <translation>沒有可以作為起點的工作「%1」，是不是要寫「%2」？</translation>
    </message>
</context>
<context>
    <name>batch::check</name>
    <message>
        <source>%1 px is no size: give 1 to %2 px.</source>
        <translation>%1 px 不是有效的尺寸，應為 1 到 %2 px。</translation>
    </message>
    <message>
        <source>The job has no name.</source>
        <translation>這項工作沒有名稱。</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>尚未選擇模型。</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>提示詞是空的。</translation>
    </message>
    <message>
        <source>%1 s is no length: give more than 0 and at most %2 s.</source>
        <translation>%1 秒不是有效的長度，應大於 0，最多 %2 秒。</translation>
    </message>
    <message>
        <source>max_wait must be more than 0 s.</source>
        <translation>max_wait 必須大於 0 秒。</translation>
    </message>
    <message>
        <source>max_retries must be 0 or more.</source>
        <translation>max_retries 必須是 0 以上。</translation>
    </message>
</context>
<context>
    <name>catalog::Cache</name>
    <message>
        <source>The list of models that was fetched last can&apos;t be read from %1: %2.</source>
        <translation>無法從 %1 讀取上次取回的模型清單：%2。</translation>
    </message>
    <message>
        <source>The list of models that was fetched last is damaged (%1). Refresh fetches it anew.
%2</source>
        <translation>上次取回的模型清單已損壞（%1）。重新整理即可再次取回。
%2</translation>
    </message>
    <message>
        <source>The list of models can&apos;t be kept in %1: %2.</source>
        <translation>無法把模型清單存到 %1：%2。</translation>
    </message>
    <message>
        <source>the folder can&apos;t be made</source>
        <translation>無法建立資料夾</translation>
    </message>
</context>
<context>
    <name>catalog::Catalog</name>
    <message>
        <source>The list of models has none that makes images or videos.</source>
        <translation>模型清單中沒有能生成圖片或影片的模型。</translation>
    </message>
    <message>
        <source>The list of models is larger than %1 MB.</source>
        <translation>模型清單超過 %1 MB。</translation>
    </message>
    <message>
        <source>Too many entries of the list of models can&apos;t be read.</source>
        <translation>模型清單中有太多項目無法讀取。</translation>
    </message>
</context>
<context>
    <name>catalog::ListAnswer</name>
    <message>
        <source>The list of models is empty.</source>
        <translation>模型清單是空的。</translation>
    </message>
    <message>
        <source>The server sent a web page instead of the list of models.</source>
        <translation>伺服器傳回的是網頁，不是模型清單。</translation>
    </message>
    <message>
        <source>The list of models is no JSON.</source>
        <translation>模型清單不是 JSON。</translation>
    </message>
    <message>
        <source>The list of models is cut off or damaged (at byte %1: %2).</source>
        <translation>模型清單不完整或已損壞（第 %1 位元組：%2）。</translation>
    </message>
    <message>
        <source>The server answered %1 instead of the list of models.</source>
        <translation>伺服器回應 %1，沒有傳回模型清單。</translation>
    </message>
    <message>
        <source>The server answered %1 instead of the list of models: %2</source>
        <translation>伺服器回應 %1，沒有傳回模型清單：%2</translation>
    </message>
    <message>
        <source>The server sent no list of models: %1</source>
        <translation>伺服器沒有傳回模型清單：%1</translation>
    </message>
    <message>
        <source>The list of models has another form than expected: &quot;data&quot; is no list.</source>
        <translation>模型清單的格式不符：「data」不是清單。</translation>
    </message>
    <message>
        <source>The list of models has another form than expected: it has no &quot;data&quot;.</source>
        <translation>模型清單的格式不符：沒有「data」。</translation>
    </message>
</context>
<context>
    <name>catalog::ModelCheck</name>
    <message>
        <source>%1 makes images, and this is a video job.</source>
        <translation>%1 生成圖片，但這是影片工作。</translation>
    </message>
    <message>
        <source>%1 makes videos, and this is an image job.</source>
        <translation>%1 生成影片，但這是圖片工作。</translation>
    </message>
    <message>
        <source>The prompt has %1 characters; %2 takes at most %3.</source>
        <translation>提示詞有 %1 個字元，%2 最多接受 %3 個。</translation>
    </message>
    <message>
        <source>%1 makes images of at least %2 px.</source>
        <translation>%1 的圖片至少要 %2 px。</translation>
    </message>
    <message>
        <source>%1 makes images of at most %2 px.</source>
        <translation>%1 的圖片最大 %2 px。</translation>
    </message>
    <message>
        <source>%1 makes videos of at most %2 s.</source>
        <translation>%1 的影片最長 %2 秒。</translation>
    </message>
    <message>
        <source>%1 makes videos of at least %2 s.</source>
        <translation>%1 的影片至少要 %2 秒。</translation>
    </message>
    <message>
        <source>The catalog doesn&apos;t know &quot;%1&quot;: its price is a guess.</source>
        <translation>型錄裡沒有「%1」，價格為推估。</translation>
    </message>
    <message>
        <source>%1 is no longer on Atlas Cloud&apos;s list and may be refused.</source>
        <translation>%1 已不在 Atlas Cloud 的清單上，可能會被拒絕。</translation>
    </message>
    <message>
        <source>params can&apos;t change the model: &quot;model&quot; there is left out.</source>
        <translation>params 不能變更模型：其中的「model」會略過。</translation>
    </message>
    <message>
        <source>%1 starts from a picture: give its address as image.</source>
        <translation>%1 需要起始圖片：用 image 指定它的網址。</translation>
    </message>
    <message>
        <source>%1: %2 is missing.</source>
        <translation>%1：缺少 %2。</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>model: parameter must be ...</comment>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot;, nor any other.</source>
        <translation>%1 沒有參數「%2」，也沒有其他參數。</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot;; it has %3.</source>
        <translation>%1 沒有參數「%2」，可用的參數：%3。</translation>
    </message>
    <message>
        <source>%1 has no %2: it is left out.</source>
        <translation>%1 沒有 %2：會略過。</translation>
    </message>
    <message>
        <source>%1: %2 is left out, as something else that the job says fills %3.</source>
        <translation>%1：%2 會略過，因為工作的其他設定已用於 %3。</translation>
    </message>
    <message>
        <source>image and image_url name two pictures: only image is sent.</source>
        <translation>image 與 image_url 指定了兩張不同的圖片：只送出 image。</translation>
    </message>
    <message>
        <source>The parameters of %1 aren&apos;t known: %2 is left out.</source>
        <translation>不清楚 %1 有哪些參數：%2 不會送出。</translation>
    </message>
</context>
<context>
    <name>catalog::Origin</name>
    <message>
        <source>this batch file</source>
        <translation>這個批次檔</translation>
    </message>
    <message>
        <source>Atlas Cloud&apos;s list</source>
        <translation>Atlas Cloud 的清單</translation>
    </message>
    <message>
        <source>built in, as of %1</source>
        <translation>內建，截至 %1</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>內建</translation>
    </message>
    <message>
        <source>a guess: nobody says what this model costs</source>
        <translation>粗估：沒有這個模型的價格資料</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>How a date is written, in the letters of Qt&apos;s date formats: &quot;1 November 2026&quot;.</extracomment>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
    <message>
        <source>Atlas Cloud&apos;s list, fetched just now</source>
        <translation>Atlas Cloud 的清單，剛剛取回</translation>
    </message>
    <message numerus="yes">
        <source>Atlas Cloud&apos;s list, fetched %n minute(s) ago</source>
        <translation>
            <numerusform>Atlas Cloud 的清單，%n 分鐘前取回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atlas Cloud&apos;s list, fetched %n hour(s) ago</source>
        <translation>
            <numerusform>Atlas Cloud 的清單，%n 小時前取回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atlas Cloud&apos;s list, fetched %n day(s) ago</source>
        <translation>
            <numerusform>Atlas Cloud 的清單，%n 天前取回</numerusform>
        </translation>
    </message>
    <message>
        <source>Atlas Cloud&apos;s list, fetched on %1</source>
        <translation>Atlas Cloud 的清單，%1取回</translation>
    </message>
    <message>
        <source>%1; it doesn&apos;t say that the price is per second: that is a guess</source>
        <extracomment>%1 says where a price comes from: &quot;Atlas Cloud&apos;s list, fetched 2 hours ago&quot;.</extracomment>
        <translation>%1；來源沒有說明價格以秒計，這是推測</translation>
    </message>
</context>
<context>
    <name>catalog::ReferenceCheck</name>
    <message>
        <source>%1 takes a sound, and “%2” makes none.</source>
        <translation>%1 需要聲音，但「%2」不會生成聲音。</translation>
    </message>
    <message>
        <source>%1 takes a video, and “%2” makes an image. Name a video job.</source>
        <translation>%1 需要影片，但「%2」生成的是圖片。請改用影片工作。</translation>
    </message>
</context>
<context>
    <name>catalog::Schema</name>
    <message>
        <source>Aspect ratio</source>
        <translation>長寬比</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Expand the prompt</source>
        <translation>擴寫提示詞</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>檔案格式</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Last image</source>
        <translation>結尾圖片</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>遮罩</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>動態幅度</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>負面提示詞</translation>
    </message>
    <message>
        <source>Number of images</source>
        <translation>圖片張數</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>Prompt strength</source>
        <translation>提示詞強度</translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation>參考圖片</translation>
    </message>
    <message>
        <source>Reference sounds</source>
        <translation>參考聲音</translation>
    </message>
    <message>
        <source>Reference videos</source>
        <translation>參考影片</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Return the last frame</source>
        <translation>傳回最後一格畫面</translation>
    </message>
    <message>
        <source>Safety check</source>
        <translation>安全檢查</translation>
    </message>
    <message>
        <source>Safety tolerance</source>
        <translation>安全容許度</translation>
    </message>
    <message>
        <source>Search the web</source>
        <translation>搜尋網路</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>鏡頭</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步數</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強度</translation>
    </message>
    <message>
        <source>Think first</source>
        <translation>先行構思</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>浮水印</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>0 lets the least through, 5 the most.</source>
        <translation>0 最嚴格，5 最寬鬆。</translation>
    </message>
    <message>
        <source>Address of a sound to go with the video.</source>
        <translation>搭配影片的聲音網址。</translation>
    </message>
    <message>
        <source>Address of the picture that the video starts from.</source>
        <translation>影片起始圖片的網址。</translation>
    </message>
    <message>
        <source>Address of the video to start from.</source>
        <translation>起始影片的網址。</translation>
    </message>
    <message>
        <source>Colours that are to prevail.</source>
        <translation>要作為主調的色彩。</translation>
    </message>
    <message>
        <source>Deliver the last frame as a picture, too.</source>
        <translation>同時以圖片傳回最後一格畫面。</translation>
    </message>
    <message>
        <source>Height of the image in pixels.</source>
        <translation>圖片高度（像素）。</translation>
    </message>
    <message>
        <source>Height of the picture.</source>
        <translation>畫面的高度。</translation>
    </message>
    <message>
        <source>How closely the result keeps to the prompt.</source>
        <translation>結果貼近提示詞的程度。</translation>
    </message>
    <message>
        <source>How closely the video keeps to the prompt.</source>
        <translation>影片貼近提示詞的程度。</translation>
    </message>
    <message>
        <source>How far the result may leave the picture that it starts from.</source>
        <translation>結果可以偏離起始圖片的程度。</translation>
    </message>
    <message>
        <source>How fine the picture is.</source>
        <translation>畫面的細緻程度。</translation>
    </message>
    <message>
        <source>How fine the result is.</source>
        <translation>結果的細緻程度。</translation>
    </message>
    <message>
        <source>How many to make; each is charged.</source>
        <translation>要製作的數量；每張都會收費。</translation>
    </message>
    <message>
        <source>How much things move.</source>
        <translation>畫面中動態的多寡。</translation>
    </message>
    <message>
        <source>Length of the video in seconds.</source>
        <translation>影片長度（秒）。</translation>
    </message>
    <message>
        <source>Length of the video in seconds; -1 lets the model choose.</source>
        <translation>影片長度（秒）；-1 由模型決定。</translation>
    </message>
    <message>
        <source>Length of the video in seconds; 0 keeps that of the source.</source>
        <translation>影片長度（秒）；0 沿用來源長度。</translation>
    </message>
    <message>
        <source>Let the model add detail to the prompt.</source>
        <translation>讓模型為提示詞補充細節。</translation>
    </message>
    <message>
        <source>Look over the result before it is delivered.</source>
        <translation>傳回前先檢查結果。</translation>
    </message>
    <message>
        <source>Look up what the prompt speaks of.</source>
        <translation>查詢提示詞提到的事物。</translation>
    </message>
    <message>
        <source>Make sound as well.</source>
        <translation>同時製作聲音。</translation>
    </message>
    <message>
        <source>More steps take longer and may show more detail.</source>
        <translation>步數越多越久，細節可能更多。</translation>
    </message>
    <message>
        <source>One take, or several with cuts.</source>
        <translation>一鏡到底，或分成多個鏡頭。</translation>
    </message>
    <message>
        <source>Pictures of whom or what is to appear.</source>
        <translation>要出現的人物或物品的圖片。</translation>
    </message>
    <message>
        <source>Plan the picture before it is drawn: slower, and truer to the prompt.</source>
        <translation>繪製前先構思畫面：較慢，但更貼近提示詞。</translation>
    </message>
    <message>
        <source>Put a mark into the picture.</source>
        <translation>在畫面上加上標記。</translation>
    </message>
    <message>
        <source>Quicker, at some cost in quality.</source>
        <translation>較快，但品質略低。</translation>
    </message>
    <message>
        <source>Sounds to go with the video, 2 to 15 s each.</source>
        <translation>搭配影片的聲音，每段 2 到 15 秒。</translation>
    </message>
    <message>
        <source>The picture that the video ends on.</source>
        <translation>影片結尾的圖片。</translation>
    </message>
    <message>
        <source>The picture to start from: an address, or its content in Base64.</source>
        <translation>起始圖片：網址，或 Base64 內容。</translation>
    </message>
    <message>
        <source>The pictures to work on.</source>
        <translation>要處理的圖片。</translation>
    </message>
    <message>
        <source>The same seed and request give the same result.</source>
        <translation>種子與請求相同，結果就相同。</translation>
    </message>
    <message>
        <source>The same seed and request give the same result; -1 draws one.</source>
        <translation>相同的種子與內容會得到相同的結果；-1 則隨機。</translation>
    </message>
    <message>
        <source>Videos whose motion or look is to be taken up.</source>
        <translation>要沿用其動作或風格的影片。</translation>
    </message>
    <message>
        <source>What is not to be seen.</source>
        <translation>不要出現的內容。</translation>
    </message>
    <message>
        <source>What kind of file the result is.</source>
        <translation>結果的檔案類型。</translation>
    </message>
    <message>
        <source>What to make, in words.</source>
        <translation>用文字說明要製作什麼。</translation>
    </message>
    <message>
        <source>White where the picture may change.</source>
        <translation>白色部分可以變更。</translation>
    </message>
    <message>
        <source>Width and height in pixels, 1472 to 4096 each.</source>
        <translation>寬與高（像素），各 1472 到 4096。</translation>
    </message>
    <message>
        <source>Width and height in pixels, 256 to 2048 each.</source>
        <translation>寬與高（像素），各 256 到 2048。</translation>
    </message>
    <message>
        <source>Width and height of the result.</source>
        <translation>結果的寬與高。</translation>
    </message>
    <message>
        <source>Width of the image in pixels.</source>
        <translation>圖片寬度（像素）。</translation>
    </message>
    <message>
        <source>Width to height.</source>
        <translation>寬與高的比例。</translation>
    </message>
    <message>
        <source>Width to height; &quot;adaptive&quot; lets the model choose.</source>
        <translation>寬與高的比例；adaptive 由模型決定。</translation>
    </message>
</context>
<context>
    <name>catalog::ValueSchema</name>
    <message>
        <source>%1 or %2</source>
        <comment>two or more things to choose from</comment>
        <translation>%1或%2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>布林值（true 或 false）</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>keys with values</source>
        <translation>鍵與值的對應表</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空值（null）</translation>
    </message>
    <message>
        <source>must be %1.</source>
        <translation>應為%1。</translation>
    </message>
    <message>
        <source>must be one of %1.</source>
        <translation>應為以下之一：%1。</translation>
    </message>
    <message>
        <source>must be between %1 and %2.</source>
        <translation>應介於 %1 與 %2 之間。</translation>
    </message>
    <message>
        <source>must be at least %1.</source>
        <translation>不得小於 %1。</translation>
    </message>
    <message>
        <source>must be at most %1.</source>
        <translation>不得大於 %1。</translation>
    </message>
    <message>
        <source>must be more than %1.</source>
        <translation>應大於 %1。</translation>
    </message>
    <message>
        <source>must be less than %1.</source>
        <translation>應小於 %1。</translation>
    </message>
    <message>
        <source>must be a multiple of %1.</source>
        <translation>應為 %1 的倍數。</translation>
    </message>
    <message>
        <source>must not be empty.</source>
        <translation>不得為空。</translation>
    </message>
    <message numerus="yes">
        <source>must have at least %n character(s).</source>
        <translation>
            <numerusform>至少要有 %n 個字元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at most %n character(s); this has %1.</source>
        <translation>
            <numerusform>最多 %n 個字元，目前有 %1 個。</numerusform>
        </translation>
    </message>
    <message>
        <source>must match the pattern %1.</source>
        <translation>應符合格式 %1。</translation>
    </message>
    <message numerus="yes">
        <source>must have at least %n element(s).</source>
        <translation>
            <numerusform>至少要有 %n 個項目。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at most %n element(s).</source>
        <translation>
            <numerusform>最多 %n 個項目。</numerusform>
        </translation>
    </message>
    <message>
        <source>must not have the same element twice: %1.</source>
        <translation>不得有重複的項目：%1。</translation>
    </message>
    <message>
        <source>element %1: %2</source>
        <extracomment>%1 is a place in a list, 1 the first; %2 says what it must be: &quot;must be a text.&quot;</extracomment>
        <translation>第 %1 項：%2</translation>
    </message>
    <message>
        <source>must have the key &quot;%1&quot;.</source>
        <translation>應有鍵「%1」。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <extracomment>%1 is a key; %2 says what its value must be: &quot;must be a text.&quot;</extracomment>
        <translation>鍵「%1」：%2</translation>
    </message>
    <message>
        <source>must have no keys.</source>
        <translation>不得有任何鍵。</translation>
    </message>
    <message>
        <source>must not have the key &quot;%1&quot;: it takes %2.</source>
        <translation>不得有鍵「%1」，可用的鍵：%2。</translation>
    </message>
    <message>
        <source>must fit exactly one of the forms that it can have, and fits several.</source>
        <translation>應只符合一種可用的形式，卻符合多種。</translation>
    </message>
    <message>
        <source>takes no value at all.</source>
        <translation>不接受任何值。</translation>
    </message>
</context>
<context>
    <name>cli::Add</name>
    <message>
        <source>%1 has a job called %2 already. “set” changes it.</source>
        <translation>%1 中已有名為 %2 的工作。要變更它請用「set」。</translation>
    </message>
    <message>
        <source>%1 was added to %2.</source>
        <translation>已把 %1 加入 %2。</translation>
    </message>
</context>
<context>
    <name>cli::BatchInput</name>
    <message>
        <source>Nothing was done, because the batch file has errors.</source>
        <translation>批次檔有錯誤，沒有執行任何動作。</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>警告：%1</translation>
    </message>
</context>
<context>
    <name>cli::Claim</name>
    <message>
        <source>The damaged ledger is kept as %1. Submissions that could still be read and stand in the new one: %2.</source>
        <translation>損壞的帳冊已保留為 %1。仍可讀取並移到新帳冊的送出紀錄：%2 筆。</translation>
    </message>
    <message>
        <source>Another program is at work on this batch or its output folder: %1. Nothing was done. Add --wait to begin when it has ended, or --watch to look on.</source>
        <translation>其他程式正在使用這個批次或它的輸出資料夾：%1。沒有執行任何動作。加上 --wait 等它結束後開始，或用 --watch 旁觀。</translation>
    </message>
    <message>
        <source>%1
Nothing was submitted. To keep the damaged ledger aside and go on with a new one:
  %2</source>
        <translation>%1
沒有送出任何工作。若要保留損壞的帳冊並改用新的：
  %2</translation>
    </message>
    <message>
        <source>Another program is at work on this batch or its output folder: %1. Waits until it has ended.</source>
        <translation>其他程式正在使用這個批次或它的輸出資料夾：%1。等它結束。</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>沒有執行任何動作。</translation>
    </message>
</context>
<context>
    <name>cli::Destination</name>
    <message>
        <source>There is no key: not in the environment, not beside the batch file, and not in the keychain. Put it into the variable %1 (or %2) or into a .env file beside the batch file, or keep it in the keychain by the window&apos;s preferences. To try the batch out for free, without a key, add --sandbox.</source>
        <translation>找不到金鑰：環境變數、批次檔旁和鑰匙圈裡都沒有。把它放進變數 %1（或 %2）、批次檔旁的 .env 檔，或在視窗的偏好設定存入鑰匙圈。不用金鑰、免費試用：加上 --sandbox。</translation>
    </message>
</context>
<context>
    <name>cli::Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小時 %2 分鐘</translation>
    </message>
</context>
<context>
    <name>cli::Estimate</name>
    <message>
        <source>Total</source>
        <translation>總計</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>It takes about %1 with %2 jobs at once.</source>
        <translation>同時執行 %2 項工作，約需 %1。</translation>
    </message>
    <message>
        <source>This is more than the batch&apos;s budget of %1.</source>
        <translation>超過這個批次的預算 %1。</translation>
    </message>
    <message>
        <source>all of it a guess</source>
        <translation>全部為粗估</translation>
    </message>
    <message>
        <source>%1 of it a guess</source>
        <translation>其中 %1 為粗估</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>價格來源</translation>
    </message>
    <message>
        <source>Left out, because their models would refuse them: %1</source>
        <translation>因模型會拒絕而略過：%1</translation>
    </message>
</context>
<context>
    <name>cli::Expand</name>
    <message>
        <source>Nothing was printed, because the batch file has errors.</source>
        <translation>批次檔有錯誤，沒有印出內容。</translation>
    </message>
</context>
<context>
    <name>cli::FileEdit</name>
    <message>
        <source>Nothing was changed, because the batch file has errors.</source>
        <translation>批次檔有錯誤，沒有做任何變更。</translation>
    </message>
    <message>
        <source>Several jobs of %1 are called %2 (lines %3). Give them names of their own first.</source>
        <translation>%1 中有多項工作叫做 %2（第 %3 行）。請先給它們各自的名稱。</translation>
    </message>
    <message>
        <source>%1 comes from %2. Change it there.</source>
        <translation>%1 來自 %2，請在那裡變更。</translation>
    </message>
    <message>
        <source>%1 is one of the jobs that %2 makes (line %3). Change that one.</source>
        <translation>%1 是由 %2（第 %3 行）產生的工作之一。請變更那一項。</translation>
    </message>
    <message>
        <source>No job of %1 is called %2.</source>
        <translation>%1 中沒有名為 %2 的工作。</translation>
    </message>
    <message>
        <source>The option --clean does so.</source>
        <translation>用 --clean 選項即可。</translation>
    </message>
    <message>
        <source>Nothing was written: the file would have these errors then.</source>
        <translation>沒有寫入任何內容，因為檔案會出現這些錯誤：</translation>
    </message>
    <message>
        <source>%1 says so already.</source>
        <translation>%1 已經是這個內容。</translation>
    </message>
    <message>
        <source>%1 has a job called %2 already. Choose another name.</source>
        <translation>%1 中已有名為 %2 的工作。請使用其他名稱。</translation>
    </message>
</context>
<context>
    <name>cli::Held</name>
    <message>
        <source>at an unknown time</source>
        <translation>時間不明</translation>
    </message>
    <message>
        <source>Nobody knows whether the server accepted these; they are not sent again by themselves:</source>
        <translation>無法確認伺服器是否已接受這些工作；它們不會自動重新送出：</translation>
    </message>
    <message>
        <source>%1 -- submitted %2 -- may have cost USD%3</source>
        <translation>%1 -- %2 送出 -- 可能已花費 USD%3</translation>
    </message>
    <message>
        <source>Decide for each, for example:</source>
        <translation>請逐項決定，例如：</translation>
    </message>
    <message>
        <source>Submitted and not fetched yet: %1. They are still generated or wait at the server; to fetch them, for nothing more:</source>
        <translation>已送出但未取回：%1 項。它們仍在生成，或在伺服器上等候；取回不另收費：</translation>
    </message>
</context>
<context>
    <name>cli::Import</name>
    <message>
        <source>%1 can&apos;t be read (%2).</source>
        <translation>無法讀取 %1（%2）。</translation>
    </message>
    <message>
        <source>The table has no column called %1.</source>
        <translation>表格中沒有名為 %1 的欄。</translation>
    </message>
    <message>
        <source>%1 is nothing that a column can be. Expected a key such as prompt, {variable}, params.name, or nothing.</source>
        <translation>欄不能是 %1。應為 prompt 之類的鍵、{變數}、params.名稱，或 nothing。</translation>
    </message>
    <message>
        <source>Read as %1, %2, %3</source>
        <translation>讀取方式：%1、%2、%3</translation>
    </message>
    <message>
        <source>with a header</source>
        <translation>有標題列</translation>
    </message>
    <message>
        <source>without a header</source>
        <translation>沒有標題列</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Jobs: %1, rows left out: %2, cost: %3%4</source>
        <translation>工作：%1，略過的列：%2，費用：%3%4</translation>
    </message>
    <message numerus="yes">
        <source>%n of the jobs have errors: a run leaves them out.</source>
        <translation>
            <numerusform>其中 %n 項工作有錯誤，執行時會略過。</numerusform>
        </translation>
    </message>
    <message>
        <source>No row of %1 makes a job.</source>
        <translation>%1 中沒有任何一列能成為工作。</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were added to %1.</source>
        <translation>
            <numerusform>已把 %n 項工作加入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::LeftOut</name>
    <message>
        <source>“%1” is left out, because its model would refuse it.</source>
        <translation>略過「%1」，因為它的模型會拒絕。</translation>
    </message>
    <message>
        <source>Nothing was done, because the models would refuse all that is to be made.</source>
        <translation>模型會拒絕所有待製作的工作，沒有執行任何動作。</translation>
    </message>
</context>
<context>
    <name>cli::Models</name>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 an image</source>
        <translation>每張 %1</translation>
    </message>
    <message>
        <source>%1 a video</source>
        <translation>每支 %1</translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <translation>%1–%2 秒</translation>
    </message>
    <message>
        <source>at most %1 s</source>
        <translation>最長 %1 秒</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>The parameters of %1 could not be fetched.</source>
        <translation>無法取回 %1 的參數。</translation>
    </message>
    <message>
        <source>Models: %1 (%2). --refresh fetches the live list.</source>
        <translation>模型：%1（%2）。--refresh 可取回最新清單。</translation>
    </message>
    <message>
        <source>No model fits.</source>
        <translation>沒有符合的模型。</translation>
    </message>
    <message>
        <source>No model fits “%1”.</source>
        <translation>沒有符合「%1」的模型。</translation>
    </message>
    <message>
        <source>--refresh fetches the live list.</source>
        <translation>--refresh 可取回最新清單。</translation>
    </message>
    <message>
        <source>No model is called “%1”.</source>
        <translation>沒有名為「%1」的模型。</translation>
    </message>
    <message>
        <source>These are close to it:</source>
        <translation>相近的有：</translation>
    </message>
    <message>
        <source>Fetching the list of models from %1 …</source>
        <translation>正在從 %1 取回模型清單…</translation>
    </message>
    <message>
        <source>The service no longer lists it.</source>
        <translation>服務已不再列出這個模型。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>供應商</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Typical time</source>
        <translation>通常耗時</translation>
    </message>
    <message>
        <source>Resolutions</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Its parameters are not known. --refresh fetches them.</source>
        <translation>參數不明。--refresh 可取回參數。</translation>
    </message>
    <message>
        <source>Parameters:</source>
        <translation>參數：</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>約 %1 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>cli::Options</name>
    <message>
        <source>“%1”: expected a number from 0.001 to 100000.</source>
        <translation>「%1」：應為 0.001 到 100000 的數字。</translation>
    </message>
    <message>
        <source>“%1”: expected an address such as %2.</source>
        <translation>「%1」：應為網址，例如 %2。</translation>
    </message>
    <message>
        <source>One JSON document on stdout and nothing else there</source>
        <translation>在標準輸出只寫一份 JSON</translation>
    </message>
    <message>
        <source>The batch: YAML or JSON</source>
        <translation>批次檔：YAML 或 JSON</translation>
    </message>
    <message>
        <source>Where the results go, in place of the batch&apos;s output_dir</source>
        <translation>存放結果的位置，取代批次的 output_dir</translation>
    </message>
    <message>
        <source>How many jobs at once, in place of the batch&apos;s max_workers</source>
        <translation>同時執行的工作數，取代批次的 max_workers</translation>
    </message>
    <message>
        <source>With --sandbox: it works, and every wait passes, X times as fast</source>
        <translation>搭配 --sandbox：工作與等待都加快 X 倍</translation>
    </message>
    <message>
        <source>Divide every wait by X, for servers faster than life</source>
        <translation>所有等待時間除以 X，用於比實際更快的伺服器</translation>
    </message>
    <message>
        <source>The port; any free one if not given</source>
        <translation>連接埠；未指定則用任一可用的</translation>
    </message>
    <message>
        <source>How it answers: live (as Atlas Cloud does today) or article</source>
        <translation>回應方式：live（與目前的 Atlas Cloud 相同）或 article</translation>
    </message>
    <message>
        <source>Work X times as fast</source>
        <translation>加快 X 倍</translation>
    </message>
    <message>
        <source>Seed of the faults and times</source>
        <translation>故障與時間的亂數種子</translation>
    </message>
    <message>
        <source>Fail like this with probability P (0 to 1); may be repeated</source>
        <translation>以機率 P（0 到 1）發生這種故障；可重複指定</translation>
    </message>
    <message>
        <source>Write what was accepted and charged, one JSON line each</source>
        <translation>記錄已接受與已計費的項目，每筆一行 JSON</translation>
    </message>
    <message>
        <source>Faults:</source>
        <translation>故障：</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引數</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Run “rushes-cli --help” to see what there is.</source>
        <translation>執行「rushes-cli --help」查看可用的指令與選項。</translation>
    </message>
    <message>
        <source>Makes AI images and videos in batches through Atlas Cloud.</source>
        <translation>透過 Atlas Cloud 批次生成 AI 圖片與影片。</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>顯示這份說明</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>顯示版本</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Say what a batch will cost</source>
        <translation>預估批次的費用</translation>
    </message>
    <message>
        <source>Check a batch file</source>
        <translation>檢查批次檔</translation>
    </message>
    <message>
        <source>Serve a pretend Atlas Cloud on this machine until Ctrl-C</source>
        <translation>在這台電腦上執行模擬的 Atlas Cloud，直到按下 Ctrl-C</translation>
    </message>
    <message>
        <source>If the ledger is damaged, keep it aside and begin a new one with what can still be read of it</source>
        <translation>如果帳冊損壞，保留原檔，並以仍可讀取的內容建立新的</translation>
    </message>
    <message>
        <source>Begin even if the balance falls short of the whole batch</source>
        <translation>即使餘額不足以支付整個批次也開始</translation>
    </message>
    <message>
        <source>If another program is at work on the batch, look on until it has ended</source>
        <translation>如果有其他程式正在執行這個批次，就旁觀到它結束</translation>
    </message>
    <message>
        <source>Make everything anew, also what is there and unchanged</source>
        <translation>全部重新製作，包括已完成且未變更的工作</translation>
    </message>
    <message>
        <source>Its name, or the id of its submission</source>
        <translation>工作名稱，或送出編號</translation>
    </message>
    <message>
        <source>Send it once more: if the first was accepted after all, both are charged</source>
        <translation>再送出一次：如果第一次其實已被接受，兩次都會收費</translation>
    </message>
    <message>
        <source>“%1”: expected an amount in USD, such as 12.50.</source>
        <translation>「%1」：應為美元金額，例如 12.50。</translation>
    </message>
    <message>
        <source>Keep there what was accepted, and go on with it after a restart</source>
        <translation>把已接受的工作存在這裡，重新啟動後繼續</translation>
    </message>
    <message>
        <source>How much may be spent before it answers 402</source>
        <translation>可花費多少金額後才回應 402</translation>
    </message>
    <message>
        <source>Make what a batch has no result of yet</source>
        <translation>製作批次中還沒有結果的工作</translation>
    </message>
    <message>
        <source>Fetch what was paid for and not fetched; submits nothing</source>
        <translation>取回已付費但未取回的結果；不送出任何工作</translation>
    </message>
    <message>
        <source>Make what failed, and nothing else</source>
        <translation>只重新製作失敗的工作</translation>
    </message>
    <message>
        <source>Say how a batch stands</source>
        <translation>顯示批次的狀態</translation>
    </message>
    <message>
        <source>Say what to do with it: --submit-again or --forget.</source>
        <translation>請指定處理方式：--submit-again 或 --forget。</translation>
    </message>
    <message>
        <source>Another server than Atlas Cloud&apos;s; the key is sent there</source>
        <translation>改用 Atlas Cloud 以外的伺服器；金鑰會送到那裡</translation>
    </message>
    <message>
        <source>A pretend server on this machine: free, and needs no key</source>
        <translation>這台電腦上的模擬伺服器：免費，不需要金鑰</translation>
    </message>
    <message>
        <source>If another program is at work on the batch, wait for it</source>
        <translation>如果有其他程式正在執行這個批次，就等它結束</translation>
    </message>
    <message>
        <source>Give it up: the next run makes it. No money is counted for it, unless it is known to be paid for</source>
        <translation>放棄它：下次執行時重新製作。不計入費用，除非確定已付費</translation>
    </message>
    <message>
        <source>Decide on a job of which nobody knows whether it was accepted, or give up what was paid for</source>
        <translation>對無法確認是否已接受的工作做出決定，或放棄已付費的結果</translation>
    </message>
    <message>
        <source>What to look for, in any order; or one model&apos;s id, for all that is known of it</source>
        <translation>要尋找的字詞，順序不拘；或單一模型的 ID，顯示它的所有資料</translation>
    </message>
    <message>
        <source>Only those that make an image, or a video</source>
        <translation>只列出生成圖片（image）或影片（video）的模型</translation>
    </message>
    <message>
        <source>Only those of one kind: text-to-image, image-to-image, text-to-video, image-to-video, video-to-video or other</source>
        <translation>只列出一種模型：text-to-image、image-to-image、text-to-video、image-to-video、video-to-video 或 other</translation>
    </message>
    <message>
        <source>By name, by price (the cheapest first) or by time (the quickest)</source>
        <translation>排序依據：name（名稱）、price（價格，最便宜的在前）或 time（時間，最快的在前）</translation>
    </message>
    <message>
        <source>Fetch the live list first, and keep it; needs no key</source>
        <translation>先取回最新清單並儲存；不需要金鑰</translation>
    </message>
    <message>
        <source>The list of another server than Atlas Cloud&apos;s</source>
        <translation>改用 Atlas Cloud 以外伺服器的清單</translation>
    </message>
    <message>
        <source>Serve the models of that file, a list with its schemas, in place of the built-in ones</source>
        <translation>改用該檔案中的模型（附參數規格的清單），取代內建的模型</translation>
    </message>
    <message>
        <source>Find models: their prices, times and parameters</source>
        <translation>尋找模型：價格、時間與參數</translation>
    </message>
    <message>
        <source>%1: expected KEY=VALUE</source>
        <translation>%1：應為 KEY=VALUE</translation>
    </message>
    <message>
        <source>%1 is no encoding that is known here</source>
        <translation>不認得編碼 %1</translation>
    </message>
    <message>
        <source>Its name, as the file says it</source>
        <translation>檔案中的工作名稱</translation>
    </message>
    <message>
        <source>Write the file anew, with all values but without the comments and the layout within</source>
        <translation>重新寫入檔案：保留所有的值，但不保留其中的註解與排版</translation>
    </message>
    <message>
        <source>A key of the job, such as prompt, params.seed or vars.colour</source>
        <translation>工作的鍵，例如 prompt、params.seed 或 vars.colour</translation>
    </message>
    <message>
        <source>What it is to say; for keys that are no texts, as YAML</source>
        <translation>要設定的內容；不是文字的鍵以 YAML 書寫</translation>
    </message>
    <message>
        <source>Take the key out of the file</source>
        <translation>從檔案中刪除這個鍵</translation>
    </message>
    <message>
        <source>What the job says, such as type=image; the defaults say the rest</source>
        <translation>工作的內容，例如 type=image；其餘由預設值決定</translation>
    </message>
    <message>
        <source>Their names, as the file says them</source>
        <translation>檔案中的工作名稱</translation>
    </message>
    <message>
        <source>A CSV or TSV file; - reads stdin</source>
        <translation>CSV 或 TSV 檔；- 表示從標準輸入讀取</translation>
    </message>
    <message>
        <source>What all rows share, such as type=image or prompt=&quot;A {product}&quot;; may be repeated</source>
        <translation>所有列共用的內容，例如 type=image 或 prompt=&quot;A {product}&quot;；可重複使用</translation>
    </message>
    <message>
        <source>What a column becomes, in place of what was found out: a key, {variable}, params.NAME, or nothing; may be repeated</source>
        <translation>欄的用途，取代自動判斷的結果：鍵、{變數}、params.NAME，或 nothing；可重複使用</translation>
    </message>
    <message>
        <source>Such as utf-8, utf-16le or big5, in place of what was found out</source>
        <translation>例如 utf-8、utf-16le 或 big5，取代自動判斷的結果</translation>
    </message>
    <message>
        <source>One character, or “tab”</source>
        <translation>一個字元，或「tab」</translation>
    </message>
    <message>
        <source>A separator is one character</source>
        <translation>分隔符號應為一個字元</translation>
    </message>
    <message>
        <source>What cells with separators or line breaks are put in: double, single, or none, where quotes are plain text</source>
        <translation>含有分隔符號或換行的儲存格用什麼包住：double、single，或 none（引號視為一般文字）</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>第一列是欄的名稱</translation>
    </message>
    <message>
        <source>The first row is a job like all others</source>
        <translation>第一列與其他列一樣是工作</translation>
    </message>
    <message>
        <source>Say what would come of it and what it would cost; write nothing</source>
        <translation>只說明會有什麼結果與費用，不寫入任何內容</translation>
    </message>
    <message>
        <source>As JSON in place of YAML</source>
        <translation>以 JSON 取代 YAML</translation>
    </message>
    <message>
        <source>Only those that the jobs of a batch file use; with --refresh their parameters are fetched, too</source>
        <translation>只限批次檔的工作所用的模型；與 --refresh 併用時也會取回它們的參數</translation>
    </message>
    <message>
        <source>Examples:
  rushes-cli run weekly.yaml                      make what the batch has no result of yet
  rushes-cli run weekly.yaml --sandbox --sandbox-speed 20
                                                  try it out: free, without a key
  rushes-cli status weekly.yaml                   how it stands, job by job
  rushes-cli resume weekly.yaml                   fetch what was paid for; submits nothing
  rushes-cli retry weekly.yaml                    only what failed
  rushes-cli resolve weekly.yaml &quot;Opening&quot; --submit-again
                                                  decide on a job of unknown fate
  rushes-cli estimate weekly.yaml                 what it will cost
  rushes-cli validate weekly.yaml                 every mistake, with line and column
  rushes-cli run weekly.yaml --json &gt; result.json
  rushes-cli models seedance --type video         find a model; by its id: all about it
  rushes-cli expand weekly.yaml                   the jobs that variables and lists make
  rushes-cli set weekly.yaml &quot;Opening&quot; prompt &quot;Dawn over the sea&quot;
                                                  change a key; comments and order stay
  rushes-cli import weekly.yaml products.csv --set type=image
                                                  one job for each row of a table

The key is read from ATLAS_CLOUD_API_KEY or ATLASCLOUD_API_KEY, in the environment or in a .env
file beside the batch file, or from the keychain. It is never an argument.

Exit codes:
  0    all jobs succeeded          4    the budget, the month&apos;s limit or the balance is used up
  1    some job did not            5    another program is at work on this batch
  2    bad usage or a bad file     130  interrupted; “resume” goes on
  3    no key, or it was refused</source>
        <translation>範例：
  rushes-cli run weekly.yaml                      製作批次中還沒有結果的工作
  rushes-cli run weekly.yaml --sandbox --sandbox-speed 20
                                                  試用：免費，不需要金鑰
  rushes-cli status weekly.yaml                   逐項顯示狀態
  rushes-cli resume weekly.yaml                   取回已付費的結果；不送出任何工作
  rushes-cli retry weekly.yaml                    只重做失敗的工作
  rushes-cli resolve weekly.yaml &quot;Opening&quot; --submit-again
                                                  對結果不明的工作做出決定
  rushes-cli estimate weekly.yaml                 預估費用
  rushes-cli validate weekly.yaml                 列出所有錯誤及其行與欄
  rushes-cli run weekly.yaml --json &gt; result.json
  rushes-cli models seedance --type video         尋找模型；給 ID 則顯示完整資料
  rushes-cli expand weekly.yaml                   變數與清單產生的所有工作
  rushes-cli set weekly.yaml &quot;Opening&quot; prompt &quot;Dawn over the sea&quot;
                                                  變更一個鍵；註解與順序不變
  rushes-cli import weekly.yaml products.csv --set type=image
                                                  表格的每一列成為一項工作

金鑰讀自 ATLAS_CLOUD_API_KEY 或 ATLASCLOUD_API_KEY，可放在環境變數或批次檔旁的 .env 檔，
或存在鑰匙圈。它從不作為參數。

結束代碼：
  0    所有工作都成功              4    預算、每月上限或餘額已用完
  1    有工作沒有成功              5    其他程式正在執行這個批次
  2    用法或檔案有誤              130  已中斷；用 resume 繼續
  3    沒有金鑰，或金鑰被拒絕</translation>
    </message>
    <message>
        <source>Print the plain batch: every job that it makes, one by one</source>
        <translation>印出展開後的批次：逐項列出所有工作</translation>
    </message>
    <message>
        <source>Change one key of a job in the file</source>
        <translation>變更檔案中一項工作的一個鍵</translation>
    </message>
    <message>
        <source>Add a job to the file</source>
        <translation>在檔案中新增一項工作</translation>
    </message>
    <message>
        <source>Take jobs out of the file</source>
        <translation>從檔案中刪除工作</translation>
    </message>
    <message>
        <source>Add a job for each row of a table</source>
        <translation>表格的每一列新增一項工作</translation>
    </message>
    <message>
        <source>Print the batch file&apos;s JSON Schema, for text editors</source>
        <translation>印出批次檔的 JSON Schema，供文字編輯器使用</translation>
    </message>
    <message>
        <source>Say what it is to be: a VALUE, or --unset.</source>
        <translation>請說明要設定的內容：VALUE 或 --unset。</translation>
    </message>
</context>
<context>
    <name>cli::Owner</name>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
</context>
<context>
    <name>cli::Parameter</name>
    <message>
        <source>a list</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>a list of: %1</source>
        <translation>清單：%1</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>布林值（true 或 false）</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two kinds of value</comment>
        <translation>或</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>大於 %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>小於 %1</translation>
    </message>
    <message>
        <source>in steps of %1</source>
        <translation>%1 的倍數</translation>
    </message>
    <message>
        <source>not empty</source>
        <translation>不得為空</translation>
    </message>
    <message>
        <source>at least %1 characters</source>
        <translation>至少 %1 個字元</translation>
    </message>
    <message>
        <source>at most %1 characters</source>
        <translation>最多 %1 個字元</translation>
    </message>
    <message>
        <source>entries: at least %1</source>
        <translation>項目：至少 %1 個</translation>
    </message>
    <message>
        <source>entries: at most %1</source>
        <translation>項目：最多 %1 個</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>可用值：%1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>of the form %1</source>
        <translation>格式：%1</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>預設值：%1</translation>
    </message>
</context>
<context>
    <name>cli::ProgressLine</name>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 項失敗</translation>
    </message>
    <message>
        <source>stopping, %1 to wait for</source>
        <translation>停止中，還要等 %1 項</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>約剩 %1</translation>
    </message>
    <message>
        <source>%1 under way</source>
        <translation>%1 項進行中</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>等待網路恢復</translation>
    </message>
</context>
<context>
    <name>cli::Remove</name>
    <message>
        <source>Nothing was taken out: %1 would have nothing to start from. Give such jobs another image first, or take them out as well.</source>
        <translation>沒有刪除任何工作：%1 會失去起點。請先為這些工作指定其他圖片，或一併刪除。</translation>
    </message>
    <message>
        <source>Taken out of %1: %2. What they made stays on the disk.</source>
        <translation>已從 %1 刪除：%2。它們的成品仍在磁碟上。</translation>
    </message>
</context>
<context>
    <name>cli::Resolve</name>
    <message>
        <source>No job “%1” of %2 waits for a decision. Nothing was done.</source>
        <translation>%2 中沒有等待決定的工作「%1」。沒有執行任何動作。</translation>
    </message>
    <message>
        <source>Several jobs are called “%1”. Name one by the id of its submission:</source>
        <translation>有多項工作名為「%1」。請用送出編號指定其中一項：</translation>
    </message>
    <message>
        <source>“%1” is held no longer.</source>
        <translation>「%1」不再保留。</translation>
    </message>
    <message>
        <source>“%1” was paid for and is not fetched yet; it is not submitted a second time. To fetch it, for nothing more:</source>
        <translation>「%1」已付費但尚未取回，不會再送一次。取回不另收費：</translation>
    </message>
    <message>
        <source>To give it up and pay for another one, forget it first, then run:</source>
        <translation>若要放棄它並付費重做，先放棄再執行：</translation>
    </message>
    <message>
        <source>“%1” was paid for and will not be fetched any more. USD%2 for it stays on the bill.</source>
        <translation>「%1」已付費，之後不會再取回。它的 USD%2 仍計入帳單。</translation>
    </message>
</context>
<context>
    <name>cli::Resume</name>
    <message>
        <source>Nothing waits to be fetched.</source>
        <translation>沒有等待取回的結果。</translation>
    </message>
</context>
<context>
    <name>cli::Retry</name>
    <message>
        <source>No job has failed.</source>
        <translation>沒有失敗的工作。</translation>
    </message>
</context>
<context>
    <name>cli::Run</name>
    <message>
        <source>Nothing more is submitted; what was submitted is still fetched.</source>
        <translation>不再送出新的工作；已送出的仍會取回。</translation>
    </message>
    <message>
        <source>No job of %1 is enabled, so there is nothing to make.</source>
        <translation>%1 中沒有啟用的工作，因此沒有要生成的項目。</translation>
    </message>
    <message>
        <source>Nothing is left to be made.</source>
        <translation>沒有需要製作的工作。</translation>
    </message>
    <message>
        <source>Nothing more is submitted; what was submitted stays with the server. To fetch it later: %1</source>
        <translation>不再送出新的工作；已送出的留在伺服器上。之後取回：%1</translation>
    </message>
    <message>
        <source>The server could not be reached since the run began.</source>
        <translation>從執行開始就一直無法連上伺服器。</translation>
    </message>
    <message>
        <source>Leaves at once. What was submitted stays with the server; to fetch it later: %1</source>
        <translation>立即離開。已送出的留在伺服器上；之後取回：%1</translation>
    </message>
    <message>
        <source>Submits no more and waits for the %1 jobs that were submitted. Press Ctrl-C again to leave at once and fetch them later with: %2</source>
        <translation>不再送出，等待已送出的 %1 項工作。再按一次 Ctrl-C 可立即離開，之後取回：%2</translation>
    </message>
</context>
<context>
    <name>cli::Sandbox</name>
    <message>
        <source>The sandbox serves here until Ctrl-C. Any key will do, for example:
    %1=sandbox rushes-cli run FILE --base-url %2 --time-scale %3</source>
        <translation>沙盒會在這裡執行，直到按下 Ctrl-C。任何金鑰都可以，例如：
    %1=sandbox rushes-cli run FILE --base-url %2 --time-scale %3</translation>
    </message>
    <message>
        <source>The list of models %1 can&apos;t be read: %2.</source>
        <translation>無法讀取模型清單 %1：%2。</translation>
    </message>
    <message>
        <source>The list of models %1 is empty.</source>
        <translation>模型清單 %1 是空的。</translation>
    </message>
</context>
<context>
    <name>cli::Set</name>
    <message>
        <source>%1: %2 is gone.</source>
        <translation>%1：已刪除 %2。</translation>
    </message>
    <message>
        <source>%1: %2 is set.</source>
        <translation>%1：已設定 %2。</translation>
    </message>
</context>
<context>
    <name>cli::Status</name>
    <message>
        <source>changed since it was made</source>
        <translation>製作後已變更</translation>
    </message>
    <message>
        <source>not submitted yet</source>
        <translation>尚未送出</translation>
    </message>
    <message>
        <source>being submitted since %1</source>
        <translation>自 %1 起送出中</translation>
    </message>
    <message>
        <source>generating since %1</source>
        <translation>自 %1 起生成中</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>取回中</translation>
    </message>
    <message>
        <source>generated, but not on the disk</source>
        <translation>已生成，但不在磁碟上</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失敗：%1</translation>
    </message>
    <message>
        <source>nobody knows whether it was accepted: submitted %1, about USD%2, %3, “%4”</source>
        <translation>無法確認是否已接受：%1 送出，約 USD%2，%3，「%4」</translation>
    </message>
    <message>
        <source>Total jobs: %1</source>
        <translation>工作總數：%1</translation>
    </message>
    <message>
        <source>Succeeded: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失敗：%1</translation>
    </message>
    <message>
        <source>To be made: %1</source>
        <translation>待製作：%1</translation>
    </message>
    <message>
        <source>Submitted but not fetched: %1</source>
        <translation>已送出但未取回：%1</translation>
    </message>
    <message>
        <source>Nobody knows whether accepted: %1</source>
        <translation>無法確認是否已接受：%1</translation>
    </message>
    <message>
        <source>Spent: USD%1, committed: USD%2</source>
        <translation>已花費：USD%1，已承諾：USD%2</translation>
    </message>
    <message>
        <source>Budget: USD%1</source>
        <translation>預算：USD%1</translation>
    </message>
    <message>
        <source>This month, all batches: USD%1 of at most USD%2</source>
        <translation>本月所有批次：USD%1，上限 USD%2</translation>
    </message>
    <message>
        <source>This month, all batches: USD%1</source>
        <translation>本月所有批次：USD%1</translation>
    </message>
    <message>
        <source>At work on it: %1</source>
        <translation>正在執行：%1</translation>
    </message>
    <message>
        <source>%1 (no longer in the batch)</source>
        <translation>%1（已不在批次中）</translation>
    </message>
</context>
<context>
    <name>cli::Summary</name>
    <message>
        <source>PIPELINE SUMMARY</source>
        <translation>執行摘要</translation>
    </message>
    <message>
        <source>Total jobs: %1</source>
        <translation>工作總數：%1</translation>
    </message>
    <message>
        <source>Succeeded: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失敗：%1</translation>
    </message>
    <message>
        <source>Not submitted: %1</source>
        <translation>未送出：%1</translation>
    </message>
    <message>
        <source>Nobody knows whether accepted: %1</source>
        <translation>無法確認是否已接受：%1</translation>
    </message>
    <message>
        <source>Submitted but not fetched: %1</source>
        <translation>已送出但未取回：%1</translation>
    </message>
    <message>
        <source>Total cost: %1</source>
        <translation>總費用：%1</translation>
    </message>
    <message>
        <source>May still be charged: %1</source>
        <translation>仍可能計費：%1</translation>
    </message>
    <message>
        <source>Total time: %1s</source>
        <translation>總時間：%1 秒</translation>
    </message>
    <message>
        <source>Cost by model:</source>
        <translation>各模型費用：</translation>
    </message>
    <message>
        <source>Results: %1</source>
        <translation>結果：%1</translation>
    </message>
    <message>
        <source>Made before and kept: %1</source>
        <translation>先前完成並保留：%1</translation>
    </message>
    <message>
        <source>Left out, because their models would refuse them:</source>
        <translation>因模型會拒絕而略過：</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>略過：%1</translation>
    </message>
</context>
<context>
    <name>cli::Validate</name>
    <message>
        <source>%1: jobs read: %2, errors: %3, warnings: %4</source>
        <translation>%1：已讀取工作 %2 項，錯誤 %3 個，警告 %4 個</translation>
    </message>
</context>
<context>
    <name>cli::Watch</name>
    <message>
        <source>Looks on at %1; submits nothing.</source>
        <translation>旁觀 %1；不送出任何工作。</translation>
    </message>
    <message>
        <source>Looks on no longer; the other program goes on.</source>
        <translation>不再旁觀；另一個程式繼續執行。</translation>
    </message>
</context>
<context>
    <name>cli::Work</name>
    <message>
        <source>No longer in the batch, and taken as they were submitted: %1</source>
        <translation>已不在批次中，依送出時的內容處理：%1</translation>
    </message>
    <message>
        <source>Changed after they were submitted; what was paid for is fetched first: %1</source>
        <translation>送出後已變更；先取回已付費的結果：%1</translation>
    </message>
    <message>
        <source>Nothing was submitted, because the results can&apos;t be written to %1. Name another folder with --output-dir.</source>
        <translation>結果無法寫入 %1，因此沒有送出任何工作。用 --output-dir 指定其他資料夾。</translation>
    </message>
</context>
<context>
    <name>config::BatchReader</name>
    <message>
        <source>The file is empty. Expected the key jobs with a list of jobs.</source>
        <translation>檔案是空的。應有 jobs 鍵與工作清單。</translation>
    </message>
    <message>
        <source>Expected keys such as output_dir and jobs, but found %1.</source>
        <translation>應有 output_dir、jobs 等鍵，卻是%1。</translation>
    </message>
    <message>
        <source>jobs is missing. Did you mean jobs where %1 stands?</source>
        <translation>缺少 jobs。寫成 %1 的地方，是不是要寫 jobs？</translation>
    </message>
    <message>
        <source>jobs is missing. Expected a list of jobs below it.</source>
        <translation>缺少 jobs。其下應有工作清單。</translation>
    </message>
    <message>
        <source>Expected a list of jobs, each beginning with a dash, but found %1. An empty batch is written as jobs: [].</source>
        <translation>應為工作清單，每項以減號開頭，卻是%1。空的批次寫成 jobs: []。</translation>
    </message>
    <message>
        <source>The job on line %1 has the same name. Result files get a number to tell them apart.</source>
        <translation>第 %1 行的工作名稱相同。結果檔名會加上編號來區分。</translation>
    </message>
    <message>
        <source>The job on line %1 of %2 has the same name. Result files get a number to tell them apart.</source>
        <translation>%2 第 %1 行的工作有相同的名稱。結果檔會加上編號以便區分。</translation>
    </message>
    <message>
        <source>The lines of this file end in a lone carriage return (CR), and so a comment at its beginning takes in all of it. Save it with line breaks of Unix (LF) or Windows (CRLF).</source>
        <translation>這個檔案只以歸位字元（CR）換行，因此開頭的註解涵蓋了整個檔案。請以 Unix（LF）或 Windows（CRLF）換行儲存。</translation>
    </message>
</context>
<context>
    <name>config::BatchSave</name>
    <message>
        <source>This is a folder. Give a file name in it.</source>
        <translation>這是資料夾。指定其中的檔名。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>沒有資料夾 %1。</translation>
    </message>
    <message>
        <source>Nothing may be written to the folder %1: look at its permissions.</source>
        <translation>資料夾 %1 不允許寫入，檢查它的權限。</translation>
    </message>
    <message>
        <source>The file is write-protected.</source>
        <translation>檔案有防寫保護。</translation>
    </message>
    <message>
        <source>The file can&apos;t be written (%1). The old one is as it was.</source>
        <translation>無法寫入檔案（%1）。原檔未變。</translation>
    </message>
    <message>
        <source>There is a file of this name by now. Nothing was written over it.</source>
        <translation>現在已有同名的檔案。沒有覆寫它。</translation>
    </message>
    <message>
        <source>Another program changed the file meanwhile. Nothing was written over it: look at what it says now.</source>
        <translation>其他程式同時變更了這個檔案。沒有覆寫它，請先看看現在的內容。</translation>
    </message>
</context>
<context>
    <name>config::BatchWriter</name>
    <message>
        <source>Some jobs of this file could not be read and would be lost. Mend them in a text editor first (line %1), then open the file again.</source>
        <translation>這個檔案有些工作無法讀取，儲存會遺失它們。先用文字編輯器修正（第 %1 行），再重新開啟檔案。</translation>
    </message>
    <message>
        <source>The batch holds something that the file format can&apos;t say. Nothing was written.</source>
        <translation>批次中有檔案格式無法表達的內容。沒有寫入任何內容。</translation>
    </message>
    <message>
        <source>The batch can&apos;t be saved like this. %1</source>
        <translation>批次無法這樣儲存。%1</translation>
    </message>
    <message>
        <source>The batch can&apos;t be saved as one file, which could not be opened again. Nothing was written. %1</source>
        <translation>批次無法存成一個檔案，否則將無法再開啟。沒有寫入任何內容。%1</translation>
    </message>
    <message>
        <source>This change can&apos;t be put into the file without touching other parts of it. Nothing was written. Save it as a clean file, which keeps all values but not the comments and the layout.</source>
        <translation>這項變更無法在不影響其他部分的情況下寫入檔案。沒有寫入任何內容。可以儲存為重新編排的檔案：所有的值都會保留，但不保留註解與排版。</translation>
    </message>
    <message>
        <source>The layout of line %1 can&apos;t be followed, so this change can&apos;t be put into the file. Nothing was written. Save it as a clean file, which keeps all values but not the comments and the layout.</source>
        <translation>第 %1 行的排版無法沿用，這項變更無法寫入檔案。沒有寫入任何內容。可以儲存為重新編排的檔案：所有的值都會保留，但不保留註解與排版。</translation>
    </message>
    <message>
        <source>The batch can&apos;t be saved like this: see line %1. %2</source>
        <translation>批次無法這樣儲存：請看第 %1 行。%2</translation>
    </message>
    <message>
        <source>The change of the job on line %1 can&apos;t be put into the file without touching other parts of it. Nothing was written. Save it as a clean file, which keeps all values but not the comments and the layout.</source>
        <translation>第 %1 行工作的變更無法在不影響其他部分的情況下寫入檔案。沒有寫入任何內容。可以儲存為重新編排的檔案：所有的值都會保留，但不保留註解與排版。</translation>
    </message>
</context>
<context>
    <name>config::DefaultsReader</name>
    <message>
        <source>a mapping of keys that jobs have, such as model or image</source>
        <translation>工作的鍵與值的對應表，例如 model 或 image</translation>
    </message>
    <message>
        <source>a mapping of what holds for images, or the address or the path of an image</source>
        <translation>圖片適用的對應表，或圖片的網址或路徑</translation>
    </message>
    <message>
        <source>a mapping of what holds for images</source>
        <translation>圖片適用的對應表</translation>
    </message>
    <message>
        <source>a mapping of what holds for videos</source>
        <translation>影片適用的對應表</translation>
    </message>
</context>
<context>
    <name>config::FileText</name>
    <message>
        <source>There is no such file.</source>
        <translation>沒有這個檔案。</translation>
    </message>
    <message>
        <source>This is a folder. Give the batch file in it.</source>
        <translation>這是資料夾。指定其中的批次檔。</translation>
    </message>
    <message>
        <source>The file may not be read: look at its permissions.</source>
        <translation>檔案不允許讀取，檢查它的權限。</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened (%1).</source>
        <translation>無法開啟檔案（%1）。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read (%1).</source>
        <translation>無法讀取檔案（%1）。</translation>
    </message>
    <message>
        <source>The file is UTF-16. Save it as UTF-8.</source>
        <translation>檔案是 UTF-16。另存為 UTF-8。</translation>
    </message>
    <message>
        <source>An invisible control character (code %1) stands here. Take it out.</source>
        <translation>這裡有一個看不見的控制字元（代碼 %1）。移除它。</translation>
    </message>
    <message>
        <source>This is not UTF-8 text. Save the file as UTF-8.</source>
        <translation>這不是 UTF-8 文字。把檔案另存為 UTF-8。</translation>
    </message>
    <message>
        <source>The file has more than %L1 lines. A batch file can&apos;t have more.</source>
        <translation>檔案超過 %L1 行，批次檔不能更多。</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB. A batch file can&apos;t have more: include brings several together.</source>
        <translation>檔案大於 %1 MB，批次檔不能更大；可用 include 引入多個檔案。</translation>
    </message>
</context>
<context>
    <name>config::Findings</name>
    <message numerus="yes">
        <source>%n more errors are not listed.</source>
        <translation>
            <numerusform>另有 %n 個錯誤未列出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more warnings are not listed.</source>
        <translation>
            <numerusform>另有 %n 個警告未列出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>config::Includes</name>
    <message>
        <source>%1 is included twice: its jobs would be made and paid for twice. Take one out.</source>
        <translation>%1 引入了兩次，其中的工作會重複生成並重複付費。刪除其中一個。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be included. %2</source>
        <translation>無法引入 %1。%2</translation>
    </message>
    <message>
        <source>There is no such file: %1.</source>
        <translation>沒有這個檔案：%1。</translation>
    </message>
    <message>
        <source>This is a folder. Give the file in it.</source>
        <translation>這是資料夾，應為其中的檔案。</translation>
    </message>
    <message>
        <source>This is no ordinary file.</source>
        <translation>這不是一般的檔案。</translation>
    </message>
    <message>
        <source>It includes itself: %1.</source>
        <translation>它引入了自己：%1。</translation>
    </message>
    <message>
        <source>Files are included over more than %1 levels.</source>
        <translation>檔案引入超過 %1 層。</translation>
    </message>
    <message>
        <source>More than %1 files are included in all.</source>
        <translation>總共引入了超過 %1 個檔案。</translation>
    </message>
    <message>
        <source>The included files are larger than %1 MB together.</source>
        <translation>引入的檔案總共大於 %1 MB。</translation>
    </message>
</context>
<context>
    <name>config::JobReader</name>
    <message>
        <source>the job&apos;s name</source>
        <translation>工作的名稱</translation>
    </message>
    <message>
        <source>a model&apos;s id, such as black-forest-labs/flux-2-pro/text-to-image</source>
        <translation>模型的 ID，例如 black-forest-labs/flux-2-pro/text-to-image</translation>
    </message>
    <message>
        <source>a text that says what to make</source>
        <translation>描述要生成什麼的文字</translation>
    </message>
    <message>
        <source>a whole number of pixels, such as 1024</source>
        <translation>整數的像素，例如 1024</translation>
    </message>
    <message>
        <source>a resolution, such as 1080p</source>
        <translation>解析度，例如 1080p</translation>
    </message>
    <message>
        <source>the address or the path of an image</source>
        <translation>圖片的網址或路徑</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a mapping of the model&apos;s parameters, such as seed: 7</source>
        <translation>模型參數的對應表，例如 seed: 7</translation>
    </message>
    <message>
        <source>a whole number of further attempts, such as 2</source>
        <translation>整數的重試次數，例如 2</translation>
    </message>
    <message>
        <source>a job</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>a folder for the results, such as weekly_content</source>
        <translation>存放結果的資料夾，例如 weekly_content</translation>
    </message>
    <message>
        <source>a whole number of jobs at a time, 1 or more</source>
        <translation>同時執行的工作數，1 以上的整數</translation>
    </message>
    <message>
        <source>a mapping with initial, factor and max</source>
        <translation>含有 initial、factor 和 max 的對應表</translation>
    </message>
    <message>
        <source>the address of a server, such as https://api.atlascloud.ai/api/v1</source>
        <translation>伺服器網址，例如 https://api.atlascloud.ai/api/v1</translation>
    </message>
    <message>
        <source>an amount of US dollars, such as 3 or 2.50</source>
        <translation>美元金額，例如 3 或 2.50</translation>
    </message>
    <message>
        <source>a batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Expected a job with name, type, model and prompt, but found %1.</source>
        <translation>應為含有 name、type、model 和 prompt 的工作，卻是%1。</translation>
    </message>
    <message>
        <source>a number of seconds, such as 5 or 7.5</source>
        <translation>秒數，例如 5 或 7.5</translation>
    </message>
    <message>
        <source>image or video</source>
        <translation>image 或 video</translation>
    </message>
    <message>
        <source>a number of seconds above 0, such as 5</source>
        <translation>大於 0 的秒數，例如 5</translation>
    </message>
    <message>
        <source>a number of 1 or more, such as 1.5</source>
        <translation>1 以上的數字，例如 1.5</translation>
    </message>
    <message>
        <source>the shape of the picture, such as 16:9</source>
        <translation>畫面的長寬比，例如 16:9</translation>
    </message>
    <message>
        <source>a whole number, such as 7</source>
        <translation>整數，例如 7</translation>
    </message>
    <message>
        <source>a text that says what is not to be seen</source>
        <translation>描述不要出現什麼的文字</translation>
    </message>
    <message>
        <source>a mapping of names to texts, such as product: lamp</source>
        <translation>名稱與文字的對應表，例如 product: lamp</translation>
    </message>
    <message>
        <source>a text, such as lamp</source>
        <translation>文字，例如 lamp</translation>
    </message>
    <message>
        <source>a name of letters, digits, _ and -, without spaces</source>
        <translation>由文字、數字、_ 和 - 組成的名稱，不含空格</translation>
    </message>
    <message>
        <source>how many jobs entries with variations may make, from 1 to %L1</source>
        <translation>有變化的項目最多可產生幾項工作，1 到 %L1</translation>
    </message>
    <message>
        <source>the path of a file, or a list of them</source>
        <translation>檔案的路徑，或路徑的清單</translation>
    </message>
</context>
<context>
    <name>config::JsonTree</name>
    <message>
        <source>A comma stands before a closing bracket. Take it out.</source>
        <translation>右括號前多了一個逗號。移除它。</translation>
    </message>
    <message>
        <source>This is no valid JSON (%1).</source>
        <translation>這不是有效的 JSON（%1）。</translation>
    </message>
    <message>
        <source>This file holds too many values.</source>
        <translation>這個檔案的值太多。</translation>
    </message>
</context>
<context>
    <name>config::KeyEdit</name>
    <message>
        <source>The job says nothing of %1.</source>
        <translation>這項工作沒有 %1。</translation>
    </message>
    <message>
        <source>%1: %2 stands twice. Take one out.</source>
        <translation>%1：%2 出現兩次。刪除其中一個。</translation>
    </message>
    <message>
        <source>%1 is no key of a job.</source>
        <translation>%1 不是工作的鍵。</translation>
    </message>
    <message>
        <source>%1 is no key of a job; did you mean %2?</source>
        <translation>%1 不是工作的鍵，是不是要寫 %2？</translation>
    </message>
</context>
<context>
    <name>config::MapReader</name>
    <message>
        <source>nothing</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>數字 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>an empty text</source>
        <translation>空的文字</translation>
    </message>
    <message>
        <source>the text &quot;%1&quot; in quotes</source>
        <translation>加引號的文字「%1」</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>a mapping of keys to values</source>
        <translation>鍵與值的對應表</translation>
    </message>
    <message>
        <source>Expected %1, but found %2.</source>
        <translation>應為%1，卻是%2。</translation>
    </message>
    <message>
        <source>%1 is missing. Expected %2.</source>
        <translation>缺少 %1。應為%2。</translation>
    </message>
    <message>
        <source>Numbers are written without quotes.</source>
        <translation>數字不加引號。</translation>
    </message>
    <message>
        <source>%1 stands twice: first on line %2. Take one out.</source>
        <translation>%1 出現兩次，第一次在第 %2 行。移除其中一個。</translation>
    </message>
    <message>
        <source>%1 is no key of %2. It is kept and has no effect.</source>
        <translation>%1 不是%2的鍵。會保留，但沒有作用。</translation>
    </message>
    <message>
        <source>%1 is no key of %2; did you mean %3? It is kept and has no effect.</source>
        <translation>%1 不是%2的鍵，是不是要寫 %3？會保留，但沒有作用。</translation>
    </message>
    <message>
        <source>Expected %1, but found &quot;%2&quot;.</source>
        <translation>應為%1，但找到「%2」。</translation>
    </message>
    <message>
        <source>one value, such as a text or a number</source>
        <translation>單一的值，例如文字或數字</translation>
    </message>
    <message>
        <source>a mapping, such as {size: small, take: 2}</source>
        <translation>對應表，例如 {size: small, take: 2}</translation>
    </message>
    <message>
        <source>%1 counts as $0: an amount has six decimals at most.</source>
        <translation>%1 會當作 $0：金額最多六位小數。</translation>
    </message>
</context>
<context>
    <name>config::ModelsReader</name>
    <message>
        <source>image or video</source>
        <translation>image 或 video</translation>
    </message>
    <message>
        <source>a name for people</source>
        <translation>顯示用的名稱</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Expected models by their ids, such as my/model: {type: video, price_per_second: 0.05}, but found %1.</source>
        <translation>應為以 ID 列出的模型，例如 my/model: {type: video, price_per_second: 0.05}，卻是%1。</translation>
    </message>
    <message>
        <source>an amount of US dollars, such as 0.05</source>
        <translation>美元金額，例如 0.05</translation>
    </message>
    <message>
        <source>prices by resolution, such as 1080p: 0.1</source>
        <translation>各解析度的價格，例如 1080p: 0.1</translation>
    </message>
    <message>
        <source>an amount of at most %1 US dollars</source>
        <translation>最多 %1 美元的金額</translation>
    </message>
</context>
<context>
    <name>config::VariationsReader</name>
    <message>
        <source>a mapping of names to lists of values, such as size: [small, large]</source>
        <translation>名稱與值清單的對應表，例如 size: [small, large]</translation>
    </message>
    <message>
        <source>a list of one or more values</source>
        <translation>至少有一個值的清單</translation>
    </message>
    <message>
        <source>how many takes to make, 1 or more</source>
        <translation>要製作的鏡次數量，至少 1</translation>
    </message>
    <message>
        <source>a list of combinations to leave out, such as - {size: small, take: 2}</source>
        <translation>要略過的組合的清單，例如 - {size: small, take: 2}</translation>
    </message>
    <message>
        <source>the number of a take, 1 or more</source>
        <translation>鏡次的編號，至少 1</translation>
    </message>
    <message>
        <source>one value of %1</source>
        <translation>%1 的單一值</translation>
    </message>
</context>
<context>
    <name>config::YamlTree</name>
    <message>
        <source>A tab stands in the indentation. YAML allows only spaces there.</source>
        <translation>縮排裡有 Tab。YAML 的縮排只能用空格。</translation>
    </message>
    <message>
        <source>The quoted text that begins here is not closed.</source>
        <translation>從這裡開始的引號文字沒有結尾引號。</translation>
    </message>
    <message>
        <source>In double quotes a backslash begins an escape, and this is none. Write \\ for a backslash, or use single quotes.</source>
        <translation>雙引號中的反斜線是跳脫字元的開頭，但這不是有效的跳脫。反斜線寫成 \\，或改用單引號。</translation>
    </message>
    <message>
        <source>The indentation doesn&apos;t fit: the keys of one job begin at the same column, and so do the dashes of all jobs.</source>
        <translation>縮排不一致：同一項工作的鍵要對齊同一欄，所有工作的減號也要對齊同一欄。</translation>
    </message>
    <message>
        <source>A colon stands where no key may end. Text that contains a colon and a space needs quotes around it, and lines of one job the same indentation.</source>
        <translation>冒號出現在不該結束鍵的位置。含有冒號加空格的文字要加引號，同一項工作的各行縮排要一致。</translation>
    </message>
    <message>
        <source>A dash stands where no list item may begin. Look at the indentation.</source>
        <translation>減號出現在不能開始清單項目的位置。檢查縮排。</translation>
    </message>
    <message>
        <source>A quoted text that begins before this place is not closed.</source>
        <translation>在此之前開始的引號文字沒有結尾引號。</translation>
    </message>
    <message>
        <source>A bracket is missing or stands where none belongs.</source>
        <translation>缺少括號，或多了不該有的括號。</translation>
    </message>
    <message>
        <source>A text that begins with * refers to an anchor, and there is none of this name. Quotes around it make it plain text.</source>
        <translation>以 * 開頭的文字會參照錨點，但沒有這個名稱的錨點。加上引號就是一般文字。</translation>
    </message>
    <message>
        <source>A text can&apos;t begin with this character. Put quotes around it.</source>
        <translation>文字不能以這個字元開頭。加上引號。</translation>
    </message>
    <message>
        <source>Values are nested too deeply here.</source>
        <translation>這裡的巢狀層數太深。</translation>
    </message>
    <message>
        <source>This is no valid YAML (%1).</source>
        <translation>這不是有效的 YAML（%1）。</translation>
    </message>
    <message>
        <source>A second document begins here (---). A batch file holds one: put its jobs into a file of their own.</source>
        <translation>這裡開始了第二份文件（---）。批次檔只能有一份，把它的工作放到另一個檔案。</translation>
    </message>
    <message>
        <source>This alias refers to a value that contains it.</source>
        <translation>這個別名參照到包含它自己的值。</translation>
    </message>
    <message>
        <source>Expected a key, which is one word, such as name.</source>
        <translation>應為鍵，也就是一個單字，例如 name。</translation>
    </message>
    <message>
        <source>The merge key &lt;&lt; takes a mapping or a list of mappings.</source>
        <translation>合併鍵 &lt;&lt; 的值應為對應表或對應表的清單。</translation>
    </message>
    <message>
        <source>This file holds too many values, or its aliases stand for too many.</source>
        <translation>這個檔案的值太多，或別名代表的值太多。</translation>
    </message>
    <message>
        <source>This line is longer than 1 MB. Break it, or save the file as JSON.</source>
        <translation>這一行超過 1 MB。請分行，或把檔案存成 JSON。</translation>
    </message>
</context>
<context>
    <name>engine::BatchRun</name>
    <message>
        <source>Stopping: nothing more is submitted; what was submitted is still fetched.</source>
        <translation>停止中：不再送出新的工作；已送出的仍會取回。</translation>
    </message>
    <message>
        <source>The budget of %1 has %2 left, and “%3” is estimated at %4. Raise the budget to go on.</source>
        <translation>預算 %1 還剩 %2，而「%3」預估要 %4。提高預算才能繼續。</translation>
    </message>
    <message>
        <source>Rate limit: goes on in %1 s.</source>
        <translation>達到速率限制：%1 秒後繼續。</translation>
    </message>
    <message>
        <source>The server is busy: goes on in %1 s.</source>
        <translation>伺服器忙碌中：%1 秒後繼續。</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached: tries again in %1 s.</source>
        <translation>連不上伺服器：%1 秒後再試。</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>已暫停：%1</translation>
    </message>
    <message>
        <source>The clock has jumped: asks at once.</source>
        <translation>時鐘跳動：立即查詢。</translation>
    </message>
    <message>
        <source>The ledger could not take down what became of: %1. The list of results and the log have the ids of the predictions.</source>
        <translation>帳冊無法記下這些工作的結果：%1。結果清單與記錄中有預測編號。</translation>
    </message>
    <message>
        <source>The balance is %1, and these jobs are estimated at %2. Nothing has been submitted yet.</source>
        <translation>餘額為 %1，這些工作預估需要 %2。尚未送出任何工作。</translation>
    </message>
    <message>
        <source>The balance is not known: %1</source>
        <translation>無法得知餘額：%1</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached: %1</source>
        <translation>無法連上伺服器：%1</translation>
    </message>
    <message>
        <source>The server can be reached again.</source>
        <translation>已恢復與伺服器的連線。</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached: %1 The batch goes on by itself when it can.</source>
        <translation>無法連上伺服器：%1 恢復連線後批次會自動繼續。</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1（%2%）</translation>
    </message>
    <message>
        <source>Uploading %1.</source>
        <translation>正在上傳 %1。</translation>
    </message>
    <message>
        <source>%1, so there is no picture to start from.</source>
        <translation>%1，所以沒有可作為起點的圖片。</translation>
    </message>
    <message>
        <source>%1, so there is no video to start from.</source>
        <translation>%1，所以沒有可作為起點的影片。</translation>
    </message>
    <message>
        <source>Nobody knows yet whether “%1” was accepted</source>
        <translation>還無法確認「%1」是否已接受</translation>
    </message>
    <message>
        <source>“%1” was paid for and is not fetched yet</source>
        <translation>「%1」已付費，但還沒取回</translation>
    </message>
    <message>
        <source>“%1” was taken out of the run</source>
        <translation>「%1」已從這次執行移除</translation>
    </message>
    <message>
        <source>“%1” failed</source>
        <translation>「%1」失敗了</translation>
    </message>
    <message>
        <source>“%1” was not made</source>
        <translation>「%1」沒有製作</translation>
    </message>
    <message>
        <source>Run “%1” first: it has no result to start from.</source>
        <translation>請先執行「%1」：它還沒有可作為起點的結果。</translation>
    </message>
    <message>
        <source>Waits for “%1”.</source>
        <translation>等待「%1」。</translation>
    </message>
    <message>
        <source>It starts from a result that waits for it.</source>
        <translation>它的起點也在等待它。</translation>
    </message>
    <message>
        <source>“%1” was changed since it was last run: run it first.</source>
        <translation>「%1」在上次執行後有變更：請先執行它。</translation>
    </message>
</context>
<context>
    <name>engine::CatalogRefresh</name>
    <message>
        <source>The list of models could not be fetched: %1 The models stay as they were.</source>
        <translation>無法取回模型清單：%1模型維持不變。</translation>
    </message>
    <message>
        <source>The list of models could not be kept: %1 The models stay as they were.</source>
        <translation>無法儲存模型清單：%1模型維持不變。</translation>
    </message>
    <message>
        <source>the server has none under its base URL (%1).</source>
        <translation>伺服器的 base URL 下沒有模型清單（%1）。</translation>
    </message>
    <message>
        <source>The server&apos;s list has only %1 models, and it had %2 the last time: it seems to be cut short.</source>
        <translation>伺服器的清單只有 %1 個模型，上次有 %2 個：內容似乎不完整。</translation>
    </message>
</context>
<context>
    <name>engine::Delivery</name>
    <message>
        <source>The folder %1 is gone. When it is back, the result can be fetched.</source>
        <translation>資料夾 %1 不見了。等它恢復後即可取回結果。</translation>
    </message>
    <message>
        <source>The file with the recipe could not take the place of the other.</source>
        <translation>含有配方的檔案無法取代原本的檔案。</translation>
    </message>
    <message>
        <source>It is kept without its recipe. %1</source>
        <translation>檔案已保留，但沒有配方。%1</translation>
    </message>
    <message>
        <source>Its recipe is in a file beside it. %1</source>
        <translation>配方存在旁邊的檔案中。%1</translation>
    </message>
</context>
<context>
    <name>engine::History</name>
    <message>
        <source>The program ended before the server&apos;s answer was written down: nobody knows whether it accepted the job.</source>
        <translation>程式在記下伺服器回應前就結束了，無法確認它是否接受了這項工作。</translation>
    </message>
</context>
<context>
    <name>engine::InputFile</name>
    <message>
        <source>%1 is no picture.</source>
        <translation>%1 不是圖片。</translation>
    </message>
    <message>
        <source>%1 is no video.</source>
        <translation>%1 不是影片。</translation>
    </message>
    <message>
        <source>%1 is no sound.</source>
        <translation>%1 不是聲音。</translation>
    </message>
    <message>
        <source>The last picture of %1 can&apos;t be written to %2.</source>
        <translation>無法把 %1 的最後一格寫入 %2。</translation>
    </message>
</context>
<context>
    <name>engine::JobRun</name>
    <message>
        <source>failed: %1</source>
        <translation>失敗：%1</translation>
    </message>
    <message>
        <source>taken up again, prediction %1</source>
        <translation>繼續先前的工作，預測 %1</translation>
    </message>
    <message>
        <source>left for later: %1</source>
        <translation>留待稍後：%1</translation>
    </message>
    <message>
        <source>%1 It was paid for and can be taken up again.</source>
        <translation>%1已付費，可以再接續取回。</translation>
    </message>
    <message>
        <source>The server refused the key.</source>
        <translation>伺服器拒絕了金鑰。</translation>
    </message>
    <message>
        <source>The run ended before the server answered: nobody knows whether it accepted the job.</source>
        <translation>執行在伺服器回應前結束，無法確認它是否接受了這項工作。</translation>
    </message>
    <message>
        <source>The run ended before the result was fetched.</source>
        <translation>執行在取回結果前結束。</translation>
    </message>
    <message>
        <source>no answer yet: %1</source>
        <translation>尚未回應：%1</translation>
    </message>
    <message>
        <source>There was no result after %1 s.</source>
        <translation>%1 秒後仍沒有結果。</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成完畢</translation>
    </message>
    <message>
        <source>download failed: %1</source>
        <translation>下載失敗：%1</translation>
    </message>
    <message>
        <source>The download failed and is tried again in %1 s: %2</source>
        <translation>下載失敗，%1 秒後重試：%2</translation>
    </message>
    <message>
        <source>the link has expired, asks for a new one</source>
        <translation>連結已過期，正在取得新的連結</translation>
    </message>
    <message>
        <source>The link has expired: a new one is asked for.</source>
        <translation>連結已過期，正在取得新的連結。</translation>
    </message>
    <message>
        <source>The result could not be downloaded: %1</source>
        <translation>無法下載結果：%1</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>accepted, prediction %1</source>
        <translation>已接受，預測 %1</translation>
    </message>
    <message>
        <source>nobody knows whether it was accepted: %1</source>
        <translation>無法確認是否已接受：%1</translation>
    </message>
    <message>
        <source>Nobody knows whether the server accepted it: %1</source>
        <translation>無法確認伺服器是否已接受：%1</translation>
    </message>
    <message>
        <source>the server failed, tries once more: %1</source>
        <translation>伺服器出錯，再試一次：%1</translation>
    </message>
    <message>
        <source>The server failed; it is tried once more.</source>
        <translation>伺服器出錯，再試一次。</translation>
    </message>
    <message>
        <source>The generation failed.</source>
        <translation>生成失敗。</translation>
    </message>
    <message>
        <source>the generation failed, tries again: %1</source>
        <translation>生成失敗，重試中：%1</translation>
    </message>
    <message>
        <source>The generation failed and is tried again: %1</source>
        <translation>生成失敗，重試中：%1</translation>
    </message>
    <message>
        <source>it is sent with other links, as the server could not take these: %1</source>
        <translation>伺服器無法使用這些連結（%1），改以其他連結送出</translation>
    </message>
</context>
<context>
    <name>engine::OutputFolder</name>
    <message>
        <source>The folder for the results, %1, can&apos;t be made. Choose another one.</source>
        <translation>無法建立存放結果的資料夾 %1。選擇其他資料夾。</translation>
    </message>
    <message>
        <source>The folder for the results, %1, can&apos;t be written to: %2</source>
        <translation>無法寫入存放結果的資料夾 %1：%2</translation>
    </message>
</context>
<context>
    <name>engine::ResultFile</name>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>無法寫入 %1：%2</translation>
    </message>
    <message>
        <source>What the server sent is neither a picture nor a video.</source>
        <translation>伺服器傳來的既不是圖片也不是影片。</translation>
    </message>
    <message>
        <source>The file that the server sent is cut off.</source>
        <translation>伺服器傳來的檔案不完整。</translation>
    </message>
</context>
<context>
    <name>engine::Uploads</name>
    <message>
        <source>uploaded: %1</source>
        <translation>已上傳：%1</translation>
    </message>
    <message>
        <source>“%1” could not be uploaded: %2</source>
        <translation>無法上傳「%1」：%2</translation>
    </message>
    <message>
        <source>The server takes no uploads at present: goes on in %1 s.</source>
        <translation>伺服器目前不接受上傳：%1 秒後繼續。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>--%1 wants a number above 0, not &quot;%2&quot;.</source>
        <translation>--%1 應為大於 0 的數字，而不是「%2」。</translation>
    </message>
    <message>
        <source>Makes AI images and videos in batches.</source>
        <translation>批次生成 AI 圖片與影片。</translation>
    </message>
    <message>
        <source>The batch file to open (YAML or JSON).</source>
        <translation>要開啟的批次檔（YAML 或 JSON）。</translation>
    </message>
    <message>
        <source>Use the server at this address.</source>
        <translation>使用這個網址的伺服器。</translation>
    </message>
    <message>
        <source>Use the sandbox: results are drawn here, for free.</source>
        <translation>使用沙盒：在本機繪製結果，免費。</translation>
    </message>
    <message>
        <source>Let the sandbox be X times as fast as life.</source>
        <translation>沙盒加快 X 倍。</translation>
    </message>
    <message>
        <source>Divide every wait by X, for servers faster than life.</source>
        <translation>所有等待時間除以 X，用於比實際更快的伺服器。</translation>
    </message>
</context>
<context>
    <name>media</name>
    <message>
        <source>“%1” can&apos;t be read as an image: %2</source>
        <translation>「%1」無法當作圖片讀取：%2</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read as a video: %2</source>
        <translation>「%1」無法當作影片讀取：%2</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened: %2</source>
        <translation>無法開啟「%1」：%2</translation>
    </message>
    <message>
        <source>“%1” is no longer in %2</source>
        <translation>「%1」已不在 %2</translation>
    </message>
    <message>
        <source>not one picture of it can be decoded.</source>
        <translation>沒有任何一格可以解碼。</translation>
    </message>
    <message>
        <source>“%1” could not be given its recipe: %2</source>
        <translation>無法把配方寫入「%1」：%2</translation>
    </message>
    <message>
        <source>The file is cut off.</source>
        <translation>檔案不完整。</translation>
    </message>
    <message>
        <source>The copy is not what it was.</source>
        <translation>複本與原檔不同。</translation>
    </message>
    <message>
        <source>The recipe is longer than %1 MB.</source>
        <translation>配方大於 %1 MB。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2</source>
        <translation>無法寫入「%1」：%2</translation>
    </message>
    <message>
        <source>It is there and is no recipe.</source>
        <translation>檔案已存在，而且不是配方。</translation>
    </message>
    <message>
        <source>The file is not built as its format asks.</source>
        <translation>檔案的結構不符合它的格式。</translation>
    </message>
</context>
<context>
    <name>sandbox::Faults</name>
    <message>
        <source>There is no fault “%1”. Expected one of: %2.</source>
        <translation>沒有「%1」這種故障。可用的有：%2。</translation>
    </message>
    <message>
        <source>“%1”: expected a probability from 0 to 1, such as %2=0.3.</source>
        <translation>「%1」：應為 0 到 1 的機率，例如 %2=0.3。</translation>
    </message>
</context>
<context>
    <name>sandbox::Journal</name>
    <message>
        <source>The log %1 can&apos;t be written: %2.</source>
        <translation>無法寫入記錄檔 %1：%2。</translation>
    </message>
</context>
<context>
    <name>sandbox::Sandbox</name>
    <message>
        <source>The sandbox needs a QGuiApplication for the type on its pictures.</source>
        <translation>沙盒需要 QGuiApplication 才能在圖片上繪製文字。</translation>
    </message>
</context>
<context>
    <name>sandbox::Server</name>
    <message>
        <source>The sandbox can&apos;t listen on port %1: %2.</source>
        <translation>沙盒無法使用連接埠 %1：%2。</translation>
    </message>
</context>
<context>
    <name>sandbox::Shelf</name>
    <message>
        <source>The sandbox can&apos;t read the list of models: %1.</source>
        <translation>沙盒無法讀取模型清單：%1。</translation>
    </message>
    <message>
        <source>The sandbox can&apos;t read the list of models: it has no list “data”.</source>
        <translation>沙盒無法讀取模型清單：其中沒有「data」清單。</translation>
    </message>
</context>
<context>
    <name>sandbox::StateFile</name>
    <message>
        <source>The sandbox can&apos;t keep its state in %1: %2.</source>
        <translation>沙盒無法把狀態存到 %1：%2。</translation>
    </message>
</context>
<context>
    <name>sandbox::Studio</name>
    <message>
        <source>The sandbox can&apos;t make a folder for its files: %1.</source>
        <translation>沙盒無法建立存放檔案的資料夾：%1。</translation>
    </message>
</context>
<context>
    <name>sheet::Dialect</name>
    <message>
        <source>Comma  ,</source>
        <translation>逗號  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>分號  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>定位字元</translation>
    </message>
    <message>
        <source>Pipe  |</source>
        <translation>直線  |</translation>
    </message>
</context>
<context>
    <name>sheet::Encoding</name>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode（UTF-8）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16 LE)</source>
        <translation>Unicode（UTF-16 LE）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16 BE)</source>
        <translation>Unicode（UTF-16 BE）</translation>
    </message>
    <message>
        <source>Traditional Chinese (Big5)</source>
        <translation>繁體中文（Big5）</translation>
    </message>
    <message>
        <source>Simplified Chinese (GB18030)</source>
        <translation>簡體中文（GB18030）</translation>
    </message>
    <message>
        <source>Japanese (Shift-JIS)</source>
        <translation>日文（Shift-JIS）</translation>
    </message>
    <message>
        <source>Western Europe (Latin-1)</source>
        <translation>西歐（Latin-1）</translation>
    </message>
</context>
<context>
    <name>sheet::Field</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>負面提示詞</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Width × height</source>
        <translation>寬 × 高</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>長寬比</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>長度（秒）</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Image address</source>
        <translation>圖片網址</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>Number of takes</source>
        <translation>鏡次數量</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>Longest wait in seconds</source>
        <translation>最長等待秒數</translation>
    </message>
    <message>
        <source>Further attempts</source>
        <translation>重試次數</translation>
    </message>
</context>
<context>
    <name>sheet::Filling</name>
    <message>
        <source>“%1” is no type. Write image or video.</source>
        <translation>「%1」不是類型。應為 image 或 video。</translation>
    </message>
    <message>
        <source>“%1” is no size. Write width and height in pixels, such as 1024 × 768.</source>
        <translation>「%1」不是尺寸。請以像素寫出寬與高，例如 1024 × 768。</translation>
    </message>
    <message>
        <source>“%1” is no shape of a picture. Write it like 16:9.</source>
        <translation>「%1」不是圖片的長寬比。寫法如 16:9。</translation>
    </message>
    <message>
        <source>“%1” is no number of seconds. Write a number such as 5.</source>
        <translation>「%1」不是秒數。請寫數字，例如 5。</translation>
    </message>
    <message>
        <source>“%1” is no seed. Write a whole number such as 7.</source>
        <translation>「%1」不是種子。請寫整數，例如 7。</translation>
    </message>
    <message>
        <source>“%1” is no number of takes. Write a whole number from 1 to %L2.</source>
        <translation>「%1」不是鏡次數量。請寫 1 到 %L2 的整數。</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no. Write true or false.</source>
        <translation>「%1」不是「是」或「否」。應為 true 或 false。</translation>
    </message>
    <message>
        <source>“%1” is no number of attempts. Write a whole number such as 2.</source>
        <translation>「%1」不是重試次數。請寫整數，例如 2。</translation>
    </message>
    <message>
        <source>“%1” is no number of pixels. Write a whole number such as 1024.</source>
        <translation>「%1」不是像素數。請寫整數，例如 1024。</translation>
    </message>
</context>
<context>
    <name>sheet::Mapping</name>
    <message>
        <source>%1 and %2 both become %3. Choose something else for one of them.</source>
        <translation>%1 與 %2 的用途都是 %3。請為其中一欄選擇其他用途。</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 欄</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
</context>
<context>
    <name>sheet::Reader</name>
    <message>
        <source>The sheet is larger than %1 MB. Save parts of it as files of their own.</source>
        <translation>表格大於 %1 MB。請分成幾個檔案儲存。</translation>
    </message>
    <message>
        <source>Qt on this system can&apos;t read %1. Save the sheet as UTF-8.</source>
        <translation>這個系統的 Qt 無法讀取 %1。請把表格存成 UTF-8。</translation>
    </message>
    <message>
        <source>A NUL character stands here, which no text has. Choose another encoding, or save the sheet as CSV: workbooks (.xlsx, .ods) can&apos;t be read.</source>
        <translation>這裡有 NUL 字元，文字中不會有它。請選擇其他編碼，或把表格存成 CSV：無法讀取活頁簿（.xlsx、.ods）。</translation>
    </message>
    <message numerus="yes">
        <source>The sheet is too long: up to %Ln rows can be read at once. Save parts of it as files of their own.</source>
        <translation>
            <numerusform>表格太長：一次最多可讀取 %Ln 列。請分成幾個檔案儲存。</numerusform>
        </translation>
    </message>
    <message>
        <source>The sheet is empty.</source>
        <translation>表格是空的。</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln columns are too many. Is the separator right?</source>
        <translation>
            <numerusform>超過 %Ln 欄，太多了。分隔符號正確嗎？</numerusform>
        </translation>
    </message>
    <message>
        <source>The cell that begins here with %1 never ends. Close it with another %1, or choose that quotes are plain text.</source>
        <translation>從這裡以 %1 開始的儲存格沒有結束。以另一個 %1 結束它，或選擇把引號視為一般文字。</translation>
    </message>
    <message>
        <source>Behind the closing %1 of a cell stands further text. Write a %1 within a cell twice, or choose that quotes are plain text.</source>
        <translation>儲存格結尾的 %1 後面還有文字。儲存格中的 %1 請寫兩次，或選擇把引號視為一般文字。</translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <translation>第 %L1 行：%2</translation>
    </message>
</context>
<context>
    <name>sheet::RowProblem</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Rows of a sheet, and what is wrong: &quot;Row 7: The prompt is empty.&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Row %L1</source>
        <translation>第 %L1 列</translation>
    </message>
    <message>
        <source>Row %L1 (line %L2)</source>
        <translation>第 %L1 列（第 %L2 行）</translation>
    </message>
    <message>
        <source>Rows %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message numerus="yes">
        <source>Rows %1 and %Ln more</source>
        <translation>
            <numerusform>第 %1 列與其他 %Ln 列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheet::Rows</name>
    <message>
        <source>The row has more cells than the header. If a text has the separator in it, put the text in quotes.</source>
        <translation>這一列的儲存格比標題列多。文字中若有分隔符號，請用引號包住。</translation>
    </message>
    <message>
        <source>The cell has characters that can&apos;t be read. Choose another encoding, or mend the cell.</source>
        <translation>儲存格中有無法讀取的字元。請選擇其他編碼，或修正儲存格。</translation>
    </message>
    <message>
        <source>The cell has an invisible control character. Take it out.</source>
        <translation>儲存格中有看不見的控制字元。請刪除它。</translation>
    </message>
    <message>
        <source>There is no prompt: write one that all rows share, or give each its own.</source>
        <translation>沒有提示詞：寫一個所有列共用的，或讓每列有自己的。</translation>
    </message>
    <message>
        <source>There is no model: choose one for all rows, or give each its own.</source>
        <translation>沒有模型：為所有列選一個，或讓每列有自己的。</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>store::BatchLock</name>
    <message>
        <source>The lock %1 can&apos;t be made: %2. See that its folder is there, that you may write in it, and that the disk has room.</source>
        <translation>無法建立鎖定檔 %1：%2。確認它的資料夾存在、可以寫入，而且磁碟還有空間。</translation>
    </message>
    <message>
        <source>Another program is just taking the lock %1. Try again; if no program is at work there, delete this file.</source>
        <translation>其他程式正在取得鎖定檔 %1。請再試一次；如果沒有程式在使用，刪除這個檔案。</translation>
    </message>
    <message>
        <source>Wait until it has finished, or stop it there.</source>
        <translation>等它結束，或在那裡停止它。</translation>
    </message>
    <message>
        <source>Wait until it has finished, or stop it there. If it is surely gone, delete %1 and try again.</source>
        <translation>等它結束，或在那裡停止它。如果確定它已不在執行，刪除 %1 後再試一次。</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（行程 %2）</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1（%3 上的行程 %2）</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made. See that nothing else has its name, that you may write there, and that the disk has room.</source>
        <translation>無法建立資料夾 %1。確認沒有同名的項目、可以寫入，而且磁碟還有空間。</translation>
    </message>
    <message>
        <source>%1 is at work on this batch.</source>
        <translation>%1 正在執行這個批次。</translation>
    </message>
    <message>
        <source>%1 is at work on a batch that has the same output folder.</source>
        <translation>%1 正在執行使用相同輸出資料夾的批次。</translation>
    </message>
</context>
<context>
    <name>store::Ledger</name>
    <message>
        <source>The ledger of submissions doesn&apos;t know the submission %1. It was replaced by another one while a batch was running.</source>
        <translation>送出帳冊裡沒有送出 %1。帳冊在批次執行時被換成了另一份。</translation>
    </message>
    <message>
        <source>The ledger of submissions has the submission %1 already; it isn&apos;t sent a second time.</source>
        <translation>送出帳冊裡已有送出 %1，不會再送一次。</translation>
    </message>
    <message>
        <source>The ledger has the submission %1 as prediction %2, and the server now calls it %3. Ask the server about both.</source>
        <translation>帳冊把送出 %1 記為預測 %2，伺服器現在卻稱它為 %3。請向伺服器查詢兩者。</translation>
    </message>
    <message>
        <source>There is no room on the disk for the ledger of submissions, %1. Make room there to go on.</source>
        <translation>磁碟沒有空間存放送出帳冊 %1。騰出空間才能繼續。</translation>
    </message>
    <message>
        <source>The ledger of submissions, %1, is damaged. Nothing is submitted until it is put right: keep it aside and go on with what can still be read of it, or put a copy of it back.</source>
        <translation>送出帳冊 %1 已損壞。修復前不會送出任何工作：保留原檔並以仍可讀取的內容繼續，或放回備份。</translation>
    </message>
    <message>
        <source>The ledger of submissions, %1, was written by a later version of Rushes. Go on with that version.</source>
        <translation>送出帳冊 %1 是由較新版本的 Rushes 寫入的。請改用該版本。</translation>
    </message>
    <message>
        <source>Another program is holding the ledger of submissions, %1. Try again when it has finished.</source>
        <translation>其他程式正占用送出帳冊 %1。等它結束後再試一次。</translation>
    </message>
    <message>
        <source>The ledger of submissions, %1, can&apos;t be read or written. See that its folder is there, that you may write in it, and that the disk has room.</source>
        <translation>送出帳冊 %1 無法讀寫。確認它的資料夾存在、可以寫入，而且磁碟還有空間。</translation>
    </message>
    <message>
        <source>The ledger %1 is in use. Close all other windows and terminals where Rushes is at work, then try again.</source>
        <translation>帳冊 %1 正在使用中。關閉所有正在執行 Rushes 的視窗與終端機，再試一次。</translation>
    </message>
    <message>
        <source>The ledger %1 can&apos;t be kept aside: %2</source>
        <translation>無法保留帳冊 %1：%2</translation>
    </message>
    <message>
        <source>There is no ledger at %1.</source>
        <translation>%1 沒有帳冊。</translation>
    </message>
    <message>
        <source>The monthly limit is %1; %2 of it is left, and “%3” is estimated at %4. Raise the limit in the preferences to go on.</source>
        <translation>每月上限為 %1，還剩 %2，而「%3」預估要 %4。在偏好設定提高上限才能繼續。</translation>
    </message>
    <message>
        <source>The ledger of submissions, %1, was moved or deleted while it was in use. Put it back, or begin a new one by starting the program again.</source>
        <translation>送出帳冊 %1 在使用中被移動或刪除。把它放回原處，或重新啟動程式以建立新的。</translation>
    </message>
</context>
<context>
    <name>store::Manifest</name>
    <message>
        <source>The list of results can&apos;t be written to %1: %2</source>
        <translation>無法將結果清單寫入 %1：%2</translation>
    </message>
</context>
<context>
    <name>ui::Arrivals</name>
    <message>
        <source>Import jobs from a table</source>
        <translation>從表格匯入工作</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.tab *.txt);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>There is no table in the clipboard.</source>
        <translation>剪貼簿中沒有表格。</translation>
    </message>
    <message>
        <source>Only one batch can be open here: %1 is, and not %2.</source>
        <translation>這裡一次只能開啟一個批次：開啟了 %1，沒有開啟 %2。</translation>
    </message>
    <message>
        <source>%1 was not opened, and nothing was taken of what came with it: %2.</source>
        <translation>沒有開啟 %1，也沒有取用一起放入的內容：%2。</translation>
    </message>
    <message>
        <source>Bring back a job</source>
        <translation>帶回工作</translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n jobs</source>
        <translation>
            <numerusform>帶回 %n 項工作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n things to know about what came.</source>
        <translation>
            <numerusform>放入的內容有 %n 件事需要留意。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n jobs</source>
        <translation>
            <numerusform>匯入 %n 項工作</numerusform>
        </translation>
    </message>
    <message>
        <source>The batch would be larger than one file can be. No job was brought back: take fewer of these files, or bring them into a batch of its own.</source>
        <translation>批次會超過一個檔案的大小上限。沒有帶回任何工作：請減少檔案，或把它們帶入另一個批次。</translation>
    </message>
</context>
<context>
    <name>ui::AxesEdit</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>清單的名稱</translation>
    </message>
    <message>
        <source>Stands in the texts as {name}, and a value in its place</source>
        <translation>在文字中寫成 {名稱}，會換成清單中的值</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>ui::BatchDocument</name>
    <message>
        <source>Delete job</source>
        <translation>刪除工作</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n jobs</source>
        <translation>
            <numerusform>刪除 %n 項工作</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate job</source>
        <translation>複製工作</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n jobs</source>
        <translation>
            <numerusform>複製 %n 項工作</numerusform>
        </translation>
    </message>
    <message>
        <source>Move job</source>
        <translation>移動工作</translation>
    </message>
    <message numerus="yes">
        <source>Move %n jobs</source>
        <translation>
            <numerusform>移動 %n 項工作</numerusform>
        </translation>
    </message>
    <message>
        <source>Reload the file</source>
        <translation>重新載入檔案</translation>
    </message>
    <message>
        <source>Take over changes of the file</source>
        <translation>採用檔案的變更</translation>
    </message>
    <message>
        <source>Write paths for another folder</source>
        <translation>改寫路徑以配合另一個資料夾</translation>
    </message>
    <message>
        <source>Switch job on</source>
        <translation>啟用工作</translation>
    </message>
    <message>
        <source>Switch job off</source>
        <translation>停用工作</translation>
    </message>
    <message numerus="yes">
        <source>Switch %n jobs on</source>
        <translation>
            <numerusform>啟用 %n 項工作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch %n jobs off</source>
        <translation>
            <numerusform>停用 %n 項工作</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Binding</name>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最長等待時間</translation>
    </message>
    <message>
        <source>A result that takes longer is left for later; it is not asked for twice.</source>
        <translation>超過這段時間的結果留待稍後取回，不會重複送出。</translation>
    </message>
    <message>
        <source>Further attempts</source>
        <translation>重試次數</translation>
    </message>
    <message>
        <source>How often a failed generation is tried again.</source>
        <translation>生成失敗時重試的次數。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>長寬比</translation>
    </message>
    <message>
        <source>Width to height, such as 16:9.</source>
        <translation>寬與高的比例，例如 16:9。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>The picture that the model starts from, if it takes one.</source>
        <translation>模型的起始圖片（如果模型接受圖片）。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>The same seed and request give the same result.</source>
        <translation>種子與請求相同，結果就相同。</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>負面提示詞</translation>
    </message>
    <message>
        <source>What is not to be seen.</source>
        <translation>不要出現的內容。</translation>
    </message>
    <message>
        <source>Further parameters</source>
        <translation>其他參數</translation>
    </message>
    <message>
        <source>What else the model is told, as JSON: {&quot;guidance_scale&quot;: 5}.</source>
        <translation>另外傳給模型的內容，以 JSON 書寫：{&quot;guidance_scale&quot;: 5}。</translation>
    </message>
</context>
<context>
    <name>ui::BringingBack</name>
    <message>
        <source>“%1” starts from the result of “%2”. The job of that name was here before: if it isn&apos;t the one that is meant, choose another picture.</source>
        <translation>「%1」從「%2」的結果開始。這個名稱的工作原本就在這裡：如果不是它，請選擇其他圖片。</translation>
    </message>
    <message>
        <source>“%1” starts from the result of “%2”, which isn&apos;t here: bring that one back, too, or choose another picture.</source>
        <translation>「%1」從「%2」的結果開始，但那項工作不在這裡：也把它帶回來，或選擇其他圖片。</translation>
    </message>
    <message>
        <source>“%1” starts from the file %2, which is looked for beside this batch: see whether it is the one that is meant.</source>
        <translation>「%1」從檔案 %2 開始，會在這個批次旁邊尋找它：請確認是不是要用的檔案。</translation>
    </message>
    <message>
        <source>The values for all jobs add something to “%1” that it was made without: %2.</source>
        <translation>所有工作的共用值為「%1」加上了製作時沒有的內容：%2。</translation>
    </message>
    <message>
        <source>%1 was made by another program and says only its prompt: choose the model and the size.</source>
        <translation>%1 由其他程式製作，只記載了提示詞：請選擇模型與尺寸。</translation>
    </message>
    <message numerus="yes">
        <source>%n files were made by other programs and say only their prompts: choose the models and the sizes.</source>
        <translation>
            <numerusform>%n 個檔案由其他程式製作，只記載了提示詞：請選擇模型與尺寸。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” starts from files that are looked for beside this batch: %2. See whether they are the ones that are meant.</source>
        <translation>「%1」的起始檔案會在這個批次旁尋找：%2。請確認是否為正確的檔案。</translation>
    </message>
    <message>
        <source>“%1” is switched off, because a run would upload files of this computer for it: %2. Switch it on if you want that.</source>
        <translation>「%1」已停用，因為執行時會為它上傳這台電腦上的檔案：%2。如果要這樣做，請啟用它。</translation>
    </message>
</context>
<context>
    <name>ui::BroughtFiles</name>
    <message>
        <source>%1 can&apos;t be read (%2).</source>
        <translation>無法讀取 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t say which job made it.</source>
        <translation>%1 沒有記載是哪項工作製作的。</translation>
    </message>
    <message numerus="yes">
        <source>%n files don&apos;t say which job made them: %1.</source>
        <translation>
            <numerusform>%n 個檔案沒有記載是哪些工作製作的：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 says something of its job that no batch file can say.</source>
        <translation>%1 的工作內容無法寫入批次檔。</translation>
    </message>
</context>
<context>
    <name>ui::BudgetField</name>
    <message>
        <source>Change what this batch may cost at most</source>
        <translation>變更這個批次的費用上限</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>無預算</translation>
    </message>
    <message>
        <source>Budget in US dollars</source>
        <translation>預算（美元）</translation>
    </message>
    <message>
        <source>What this batch may cost at most; zero for no budget</source>
        <translation>這個批次的費用上限；0 表示無預算</translation>
    </message>
    <message>
        <source>Budget %1</source>
        <translation>預算 %1</translation>
    </message>
    <message>
        <source>Set a budget</source>
        <translation>設定預算</translation>
    </message>
    <message>
        <source>Budget: %1</source>
        <translation>預算：%1</translation>
    </message>
</context>
<context>
    <name>ui::ChangePreview</name>
    <message numerus="yes">
        <source>%1 (%n jobs)</source>
        <extracomment>A parameter, and how many jobs have it.</extracomment>
        <translation>
            <numerusform>%1（%n 項工作）</numerusform>
        </translation>
    </message>
    <message>
        <source>What choosing it does</source>
        <translation>選擇後的變化</translation>
    </message>
    <message>
        <source>Select a model to see what it would change.</source>
        <translation>選取模型即可查看會變更什麼。</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs would change to %1</source>
        <translation>
            <numerusform>%n 項工作會改用 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs have this model already</source>
        <translation>
            <numerusform>%n 項工作已使用這個模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch %1</source>
        <extracomment>The cost of the whole batch, now and with the other model: &quot;Batch $9.60 → $0.88&quot;.</extracomment>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>%1 less</source>
        <translation>減少 %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>增加 %1</translation>
    </message>
    <message>
        <source>These jobs %1</source>
        <translation>這些工作 %1</translation>
    </message>
    <message>
        <source>Typical time %1</source>
        <extracomment>The time that a job usually takes, now and with the other model.</extracomment>
        <translation>通常耗時 %1</translation>
    </message>
    <message>
        <source>Image jobs would become video jobs.</source>
        <translation>圖片工作會變成影片工作。</translation>
    </message>
    <message>
        <source>Video jobs would become image jobs.</source>
        <translation>影片工作會變成圖片工作。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>After the first of a list: how many there are besides.</extracomment>
        <translation>
            <numerusform>%1，另有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Dropped: %1</source>
        <translation>捨棄：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs would have errors: %1</source>
        <translation>
            <numerusform>%n 項工作會有錯誤：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Price: %1</source>
        <extracomment>Where the price of a model comes from, and how old it is.</extracomment>
        <translation>價格：%1</translation>
    </message>
</context>
<context>
    <name>ui::ChipField</name>
    <message>
        <source>Add values</source>
        <translation>新增值</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or a comma adds what is typed. A value that has a comma itself stands in quotation marks: &quot;red, blue&quot;</source>
        <translation>按 Enter 或輸入逗號即可加入。本身含有逗號的值請加上引號：“紅、藍”</translation>
    </message>
</context>
<context>
    <name>ui::ColumnModel</name>
    <message>
        <source>Left out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <translation>變數 %1</translation>
    </message>
    <message>
        <source>Parameter %1</source>
        <translation>參數 %1</translation>
    </message>
    <message>
        <source>Of the job</source>
        <translation>工作的欄位</translation>
    </message>
    <message>
        <source>Of the model</source>
        <translation>模型的參數</translation>
    </message>
    <message>
        <source>%1 becomes: %2</source>
        <translation>%1 的用途：%2</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>範例</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>ui::CostBar</name>
    <message>
        <source>Bill</source>
        <translation>帳單</translation>
    </message>
</context>
<context>
    <name>ui::CostMeter</name>
    <message>
        <source>1 job</source>
        <translation>1 項工作</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 項工作</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>約 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>約 %1 分鐘</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>約 %1 小時 %2 分鐘</translation>
    </message>
    <message>
        <source>≈%1</source>
        <extracomment>Before an amount of money that is a guess; %1 is the amount.</extracomment>
        <translation>≈%1</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>尚未選擇模型</translation>
    </message>
    <message>
        <source>Its price isn&apos;t known. It is taken to cost %1 a generation.</source>
        <translation>價格不明，以每次生成 %1 計算。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A name and its figure, read aloud: &quot;Spent: $0.28&quot;.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已花費</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>尚未送出</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>總計</translation>
    </message>
    <message>
        <source>of %1 · %2</source>
        <extracomment>Under the amount that was spent; %1 is the total amount, %2 such as &quot;3 jobs&quot;.</extracomment>
        <translation>共 %1 · %2</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>預估</translation>
    </message>
    <message>
        <source>No jobs are switched on</source>
        <translation>沒有啟用的工作</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>預算</translation>
    </message>
    <message>
        <source>Sandbox: nothing is charged</source>
        <translation>沙盒：不會收費</translation>
    </message>
    <message>
        <source>The sandbox is a stand-in on this computer. The figures are what Atlas Cloud would charge.</source>
        <translation>沙盒是這台電腦上的替身。這些金額是 Atlas Cloud 實際會收取的費用。</translation>
    </message>
    <message>
        <source>Change budget</source>
        <translation>變更預算</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <extracomment>Where a price comes from and how old it is.</extracomment>
        <translation>價格：%1</translation>
    </message>
    <message>
        <source>%1 over budget</source>
        <translation>超出預算 %1</translation>
    </message>
    <message>
        <source>Exactly the budget</source>
        <translation>剛好等於預算</translation>
    </message>
    <message>
        <source>%1 under budget</source>
        <translation>預算還剩 %1</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <extracomment>Beside the word &quot;Estimate&quot; or &quot;Spent&quot;: so many jobs are not part of it. Short.</extracomment>
        <translation>略過 %1 項</translation>
    </message>
    <message>
        <source>1 job with errors is left out</source>
        <translation>略過 1 項有錯誤的工作</translation>
    </message>
    <message>
        <source>%1 jobs with errors are left out</source>
        <translation>略過 %1 項有錯誤的工作</translation>
    </message>
    <message>
        <source>Balance %1, less than what is to come</source>
        <translation>餘額 %1，不足以支付尚未送出的工作</translation>
    </message>
    <message>
        <source>Balance %1</source>
        <translation>餘額 %1</translation>
    </message>
    <message>
        <source>What is left in the Atlas Cloud account</source>
        <translation>Atlas Cloud 帳戶的餘額</translation>
    </message>
    <message>
        <source>Balance not known</source>
        <translation>餘額不明</translation>
    </message>
    <message>
        <source>%1. Their states say what is wrong.</source>
        <translation>%1。狀態欄會說明問題所在。</translation>
    </message>
</context>
<context>
    <name>ui::DialectBar</name>
    <message>
        <source>The first row names the columns</source>
        <translation>第一列是欄的名稱</translation>
    </message>
    <message>
        <source>Double  &quot;</source>
        <translation>雙引號  &quot;</translation>
    </message>
    <message>
        <source>Single  &apos;</source>
        <translation>單引號  &apos;</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>一般文字</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符號</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引號</translation>
    </message>
</context>
<context>
    <name>ui::DocumentFiles</name>
    <message>
        <source>Batch files (*.yaml *.yml *.json);;All files (*)</source>
        <translation>批次檔 (*.yaml *.yml *.json);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Open a batch</source>
        <translation>開啟批次</translation>
    </message>
    <message>
        <source>Save the batch as</source>
        <translation>另存批次</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>這個批次</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未儲存的變更</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>要儲存對 %1 的變更嗎？</translation>
    </message>
    <message>
        <source>What is not saved will be gone.</source>
        <translation>未儲存的內容將會遺失。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>不儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ui::EmptyCard</name>
    <message>
        <source>No results yet</source>
        <translation>尚無結果</translation>
    </message>
    <message>
        <source>Run the batch, and pictures and clips arrive here.</source>
        <translation>執行批次後，圖片與影片會出現在這裡。</translation>
    </message>
</context>
<context>
    <name>ui::EntryText</name>
    <message>
        <source>The text in the clipboard reads like jobs, and can&apos;t be taken as they are: %1 Nothing was pasted.</source>
        <extracomment>%1 is what is wrong with the text, a sentence.</extracomment>
        <translation>剪貼簿中的文字看來是工作，但無法使用：%1 沒有貼上任何內容。</translation>
    </message>
    <message>
        <source>The text in the clipboard includes %1. Neither the jobs of that were pasted, nor what it says for the others: include it in this batch, too, where it is wanted.</source>
        <extracomment>%1 are names of files.</extracomment>
        <translation>剪貼簿中的文字引入了 %1。沒有貼上其中的工作，也沒有採用它為其他工作提供的內容：需要時，請在這個批次中也引入它。</translation>
    </message>
</context>
<context>
    <name>ui::EnumField</name>
    <message>
        <source>Not set</source>
        <translation>未設定</translation>
    </message>
</context>
<context>
    <name>ui::ExportTable</name>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Cost (USD)</source>
        <translation>費用（USD）</translation>
    </message>
    <message>
        <source>Cost is a guess</source>
        <translation>費用為粗估</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>ui::Field</name>
    <message>
        <source>Several values</source>
        <translation>多個值</translation>
    </message>
</context>
<context>
    <name>ui::FieldRow</name>
    <message>
        <source>What %1 means</source>
        <translation>「%1」的說明</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>恢復預設值：%1</translation>
    </message>
    <message>
        <source>Take this value away</source>
        <translation>移除這個值</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢復預設值</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>必填。</translation>
    </message>
    <message>
        <source>From the values for all jobs</source>
        <translation>來自所有工作的共用值</translation>
    </message>
</context>
<context>
    <name>ui::FileActions</name>
    <message>
        <source>“%1” is no longer in %2. Running its job again makes it anew.</source>
        <translation>「%1」已不在 %2。重新執行該工作即可再次生成。</translation>
    </message>
    <message>
        <source>No program of this desktop opens “%1”. It is in %2.</source>
        <translation>這個桌面沒有程式能開啟「%1」。它位於 %2。</translation>
    </message>
</context>
<context>
    <name>ui::GalleryDelegate</name>
    <message>
        <source>The file is gone</source>
        <translation>檔案已不存在</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>無法預覽</translation>
    </message>
</context>
<context>
    <name>ui::GalleryModel</name>
    <message>
        <source>video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>image</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>name, image or video, state</comment>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>ui::GalleryView</name>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>ui::HeldDetails</name>
    <message>
        <source>Copy request</source>
        <translation>複製請求</translation>
    </message>
    <message>
        <source>Request as it was sent</source>
        <translation>送出時的請求</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>送出時間：%1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Estimated cost: %1</source>
        <translation>預估費用：%1</translation>
    </message>
    <message>
        <source>Prediction: %1</source>
        <translation>預測：%1</translation>
    </message>
    <message>
        <source>The job is no longer in the batch: the request would be sent as it was.</source>
        <translation>這項工作已不在批次中：會依原本的請求重新送出。</translation>
    </message>
    <message>
        <source>The job was changed since: it would be sent as it reads now, not as below.</source>
        <translation>這項工作之後有變更：會依現在的內容送出，而不是下方的內容。</translation>
    </message>
</context>
<context>
    <name>ui::HeldDialog</name>
    <message>
        <source>Held submissions</source>
        <translation>待確認的送出</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>重新送出</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Nobody knows whether the server accepted these submissions. They are not sent again by themselves, and the bill counts them until you decide.</source>
        <translation>無法確認伺服器是否已接受這些送出。它們不會自動重新送出，在你決定之前仍計入帳單。</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Sends what is selected once more. If it was accepted the first time, you pay for both.</source>
        <translation>再送出一次所選項目。如果第一次已被接受，兩次都要付費。</translation>
    </message>
    <message>
        <source>Gives up what is selected: the jobs are drafts again, and the bill no longer counts it. If it was accepted, it was charged all the same, and its result is not fetched.</source>
        <translation>放棄所選項目：工作會變回草稿，帳單不再計入。如果它已被接受，費用仍已收取，結果也不會取回。</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>沒有選取任何項目。</translation>
    </message>
    <message numerus="yes">
        <source>%n submissions are selected.</source>
        <translation>
            <numerusform>已選取 %n 筆送出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HeldModel</name>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送出時間</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>預估</translation>
    </message>
</context>
<context>
    <name>ui::ImageField</name>
    <message>
        <source>Choose a picture</source>
        <translation>選擇圖片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>圖片 (%1)</translation>
    </message>
    <message>
        <source>Choose a picture, or drop one here</source>
        <translation>選擇圖片，或拖放到這裡</translation>
    </message>
    <message>
        <source>Choose a picture on this computer</source>
        <translation>選擇這台電腦上的圖片</translation>
    </message>
    <message>
        <source>Drop a picture here, or choose one</source>
        <translation>將圖片拖放到這裡，或選擇圖片</translation>
    </message>
    <message>
        <source>Use what another job makes</source>
        <translation>使用其他工作的成品</translation>
    </message>
    <message>
        <source>Address, path or job:name</source>
        <translation>網址、路徑或 job:名稱</translation>
    </message>
</context>
<context>
    <name>ui::ImageListField</name>
    <message>
        <source>Drop pictures here, or choose some</source>
        <translation>將圖片拖放到這裡，或選擇圖片</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Add what another job makes</source>
        <translation>加入其他工作的成品</translation>
    </message>
</context>
<context>
    <name>ui::ImageListRow</name>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>移除這張圖片</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1 張圖片，共 %2 張</translation>
    </message>
    <message>
        <source>Move picture %1 up</source>
        <translation>將第 %1 張圖片上移</translation>
    </message>
    <message>
        <source>Move picture %1 down</source>
        <translation>將第 %1 張圖片下移</translation>
    </message>
    <message>
        <source>Remove picture %1</source>
        <translation>移除第 %1 張圖片</translation>
    </message>
</context>
<context>
    <name>ui::ImagePreview</name>
    <message>
        <source>Image preview</source>
        <translation>圖片預覽</translation>
    </message>
    <message>
        <source>%1 by %2 pixels, shown at %3 %</source>
        <translation>%1 × %2 像素，以 %3% 顯示</translation>
    </message>
</context>
<context>
    <name>ui::ImageWell</name>
    <message>
        <source>This file can&apos;t be shown as a picture</source>
        <translation>無法將這個檔案顯示為圖片</translation>
    </message>
    <message>
        <source>A picture within the batch file</source>
        <translation>批次檔內的圖片</translation>
    </message>
    <message>
        <source>A picture on the web</source>
        <translation>網路上的圖片</translation>
    </message>
    <message>
        <source>Counts from the batch file, once it is saved</source>
        <translation>批次檔儲存後，以其位置為準</translation>
    </message>
    <message>
        <source>What %1 makes</source>
        <translation>%1 的成品</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>Columns</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>來自剪貼簿</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add jobs</source>
        <translation>新增工作</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <extracomment>How large a sheet is: &quot;500 rows&quot;, &quot;6 columns&quot;.</extracomment>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln 欄</numerusform>
        </translation>
    </message>
    <message>
        <source>Each row has its own. What stands here holds for those that have none.</source>
        <translation>每列都有自己的。這裡的內容用於沒有的列。</translation>
    </message>
    <message>
        <source>What is to be made of every row, such as: A photo of {product} on a table, in the morning light</source>
        <translation>每一列要製作的內容，例如：晨光中桌上的 {product} 照片</translation>
    </message>
    <message>
        <source>Each row has its own</source>
        <translation>每列都有自己的</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln jobs</source>
        <translation>
            <numerusform>新增 %Ln 項工作</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>匯入表格</translation>
    </message>
</context>
<context>
    <name>ui::ImportResult</name>
    <message>
        <source>What it brings</source>
        <translation>匯入的結果</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>The first jobs</source>
        <translation>最前面的工作</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>Jobs  %L1</source>
        <translation>工作  %L1</translation>
    </message>
    <message>
        <source>Problems  %L1</source>
        <translation>問題  %L1</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more</source>
        <translation>
            <numerusform>還有 %Ln 項</numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>還沒有工作</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln jobs</source>
        <translation>
            <numerusform>共 %Ln 項工作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are left out.</source>
        <translation>
            <numerusform>略過 %Ln 列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs have errors and would not be run.</source>
        <translation>
            <numerusform>%Ln 項工作有錯誤，不會執行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs have warnings.</source>
        <translation>
            <numerusform>%Ln 項工作有警告。</numerusform>
        </translation>
    </message>
    <message>
        <source>A model&apos;s price isn&apos;t known: the figure is a guess.</source>
        <translation>有模型的價格不明，金額為粗估。</translation>
    </message>
</context>
<context>
    <name>ui::ImportWork</name>
    <message>
        <source>The batch would be larger than one file can be. Import fewer rows, or import them into a batch of its own, which this one can include.</source>
        <translation>批次會超過一個檔案的上限。請少匯入幾列，或匯入另一個批次，再由這個批次引入。</translation>
    </message>
</context>
<context>
    <name>ui::Inspector</name>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Choose a job to see its parameters.</source>
        <translation>選擇工作即可查看它的參數。</translation>
    </message>
    <message>
        <source>The jobs have different models. Choose jobs of one model to edit their parameters, or change the model of all.</source>
        <translation>這些工作使用不同的模型。選擇同一模型的工作來編輯參數，或變更全部的模型。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
</context>
<context>
    <name>ui::InspectorCard</name>
    <message>
        <source>Folded</source>
        <translation>已收合</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>已展開</translation>
    </message>
</context>
<context>
    <name>ui::JobCard</name>
    <message>
        <source>This model usually takes about %1 s.</source>
        <translation>這個模型通常需要約 %1 秒。</translation>
    </message>
    <message>
        <source>This model usually takes %1 to %2 s.</source>
        <translation>這個模型通常需要 %1 到 %2 秒。</translation>
    </message>
    <message>
        <source>Not made yet. Run makes it.</source>
        <translation>尚未生成。按「執行」開始。</translation>
    </message>
    <message>
        <source>It begins as soon as a slot is free.</source>
        <translation>一有空位就會開始。</translation>
    </message>
    <message>
        <source>It was stopped before it began, and cost nothing.</source>
        <translation>在開始前就已停止，沒有費用。</translation>
    </message>
    <message>
        <source>Nobody knows whether it was accepted. Look into your account&apos;s history before you run it again.</source>
        <translation>無法確認是否已被接受。重新執行前，先查看帳戶的記錄。</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>伺服器沒有說明原因。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>State in words</source>
        <translation>狀態說明</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>沒有圖片</translation>
    </message>
</context>
<context>
    <name>ui::JobHeader</name>
    <message>
        <source>%1 a second, depending on the resolution</source>
        <translation>每秒 %1，依解析度而異</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 each, depending on the resolution</source>
        <translation>每項 %1，依解析度而異</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>每項 %1</translation>
    </message>
    <message>
        <source>Change model…</source>
        <translation>變更模型…</translation>
    </message>
    <message>
        <source>Job name</source>
        <translation>工作名稱</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>工作的名稱</translation>
    </message>
    <message>
        <source>Rename job</source>
        <translation>重新命名工作</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n 項工作</numerusform>
        </translation>
    </message>
    <message>
        <source>Video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>圖片</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 個模型</numerusform>
        </translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>尚未選擇模型</translation>
    </message>
    <message>
        <source>Estimated cost: %1</source>
        <translation>預估費用：%1</translation>
    </message>
    <message>
        <source>estimated together</source>
        <translation>合計預估</translation>
    </message>
    <message>
        <source>a guess: the price is not known</source>
        <translation>粗估：價格不明</translation>
    </message>
    <message>
        <source>it makes no jobs</source>
        <translation>沒有產生工作</translation>
    </message>
    <message>
        <source>for all that it makes</source>
        <translation>它產生的所有工作合計</translation>
    </message>
</context>
<context>
    <name>ui::JobPicker</name>
    <message>
        <source>Use a job&apos;s result</source>
        <translation>使用工作的成品</translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation>尋找工作</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Not made yet</source>
        <translation>還沒製作</translation>
    </message>
</context>
<context>
    <name>ui::JobTable</name>
    <message>
        <source>Add image</source>
        <translation>新增圖片</translation>
    </message>
    <message>
        <source>Add an image job</source>
        <translation>新增圖片工作</translation>
    </message>
    <message>
        <source>Add video</source>
        <translation>新增影片</translation>
    </message>
    <message>
        <source>Add a video job</source>
        <translation>新增影片工作</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>建立複本</translation>
    </message>
    <message>
        <source>Duplicate the selected jobs</source>
        <translation>為選取的工作建立複本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete the selected jobs</source>
        <translation>刪除選取的工作</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the selected jobs up</source>
        <translation>將選取的工作上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the selected jobs down</source>
        <translation>將選取的工作下移</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>拷貝</translation>
    </message>
    <message>
        <source>Copy the selected jobs</source>
        <translation>拷貝選取的工作</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Paste jobs, or a prompt from each line of text</source>
        <translation>貼上工作，或將每一行文字當作一則提示詞</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>啟用或停用</translation>
    </message>
    <message>
        <source>Make the selected jobs part of the run, or leave them out</source>
        <translation>將選取的工作納入執行或略過</translation>
    </message>
    <message>
        <source>Run selected</source>
        <translation>執行所選</translation>
    </message>
    <message>
        <source>Run the selected jobs</source>
        <translation>執行選取的工作</translation>
    </message>
    <message>
        <source>New image</source>
        <translation>新圖片</translation>
    </message>
    <message>
        <source>New video</source>
        <translation>新影片</translation>
    </message>
    <message>
        <source>Paste job</source>
        <translation>貼上工作</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n jobs</source>
        <translation>
            <numerusform>貼上 %n 項工作</numerusform>
        </translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>重新送出</translation>
    </message>
    <message>
        <source>Send it once more, though it may have been accepted</source>
        <translation>再送出一次，即使它可能已被接受</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Give up what was submitted and is not fetched</source>
        <translation>放棄已送出但未取回的結果</translation>
    </message>
    <message>
        <source>Change model…</source>
        <translation>變更模型…</translation>
    </message>
    <message>
        <source>Choose a model for the selected jobs</source>
        <translation>為選取的工作選擇模型</translation>
    </message>
    <message>
        <source>Make this a job of its own</source>
        <translation>變成獨立的工作</translation>
    </message>
    <message>
        <source>Switch it off here, and add an entry that says the same</source>
        <translation>在這裡停用它，並新增一個內容相同的項目</translation>
    </message>
    <message>
        <source>Make a video from this</source>
        <translation>用這個製作影片</translation>
    </message>
    <message>
        <source>Add a video job that begins with what this one makes</source>
        <translation>新增一項以它的成品開始的影片工作</translation>
    </message>
    <message>
        <source>Show its jobs</source>
        <translation>顯示其中的工作</translation>
    </message>
    <message>
        <source>Show what the entry makes</source>
        <translation>顯示這個項目產生的工作</translation>
    </message>
    <message>
        <source>Hide its jobs</source>
        <translation>隱藏其中的工作</translation>
    </message>
    <message>
        <source>Hide what the entry makes</source>
        <translation>隱藏這個項目產生的工作</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>Open the included file</source>
        <translation>開啟引入的檔案</translation>
    </message>
    <message numerus="yes">
        <source>Make %n videos from these</source>
        <translation>
            <numerusform>用這些製作 %n 支影片</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a job of its own</source>
        <translation>變成獨立的工作</translation>
    </message>
    <message numerus="yes">
        <source>Make %n jobs of their own</source>
        <translation>
            <numerusform>變成 %n 項獨立的工作</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 video</source>
        <extracomment>The name of a video that is made from the picture %1.</extracomment>
        <translation>%1 影片</translation>
    </message>
    <message>
        <source>Make a video</source>
        <translation>製作影片</translation>
    </message>
    <message numerus="yes">
        <source>Make %n videos</source>
        <translation>
            <numerusform>製作 %n 支影片</numerusform>
        </translation>
    </message>
    <message>
        <source>The batch would be larger than one file can be. Nothing was pasted: paste fewer jobs, or paste them into a batch of its own.</source>
        <translation>批次會超過一個檔案的大小上限。沒有貼上任何內容：請減少要貼上的工作，或貼到另一個批次。</translation>
    </message>
</context>
<context>
    <name>ui::JobTableModel</name>
    <message>
        <source>Part of the run</source>
        <translation>納入執行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>Size or length</source>
        <translation>尺寸或長度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Estimated cost</source>
        <translation>預估費用</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Something that is wrong with a job of an included file: its name, and what it is.
----------
What a cell shows, for screen readers: the column&apos;s title and the cell&apos;s text.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Left out of the run</source>
        <translation>不納入執行</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>已收取</translation>
    </message>
    <message>
        <source>Rename job</source>
        <translation>重新命名工作</translation>
    </message>
    <message>
        <source>Change type</source>
        <translation>變更類型</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>變更模型</translation>
    </message>
    <message>
        <source>Edit prompt</source>
        <translation>編輯提示詞</translation>
    </message>
    <message>
        <source>Change size</source>
        <translation>變更尺寸</translation>
    </message>
    <message>
        <source>Change length</source>
        <translation>變更長度</translation>
    </message>
    <message>
        <source>Not to be seen: %1</source>
        <translation>不要出現：%1</translation>
    </message>
    <message>
        <source>The model decides by itself.</source>
        <translation>由模型自行決定。</translation>
    </message>
    <message>
        <source>Asked for as %1</source>
        <translation>以 %1 送出</translation>
    </message>
    <message>
        <source>From the picture %1</source>
        <translation>起始圖片：%1</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>種子 %1</translation>
    </message>
    <message>
        <source>Estimated: %1</source>
        <translation>預估：%1</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <extracomment>Where a price comes from and how old it is.</extracomment>
        <translation>價格：%1</translation>
    </message>
    <message>
        <source>Use a result as the picture</source>
        <translation>使用成品作為圖片</translation>
    </message>
    <message>
        <source>no jobs</source>
        <translation>沒有工作</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n 項工作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs</source>
        <extracomment>Some of the jobs that an entry makes are switched off: &quot;23 of 24 jobs&quot;.</extracomment>
        <translation>
            <numerusform>%1／%n 項工作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 個模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sizes</source>
        <translation>
            <numerusform>%n 種尺寸</numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>沒有工作</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>完成 %1／%2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 項失敗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n 項待確認</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>收合</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>由 %1 產生</translation>
    </message>
    <message>
        <source>From the defaults</source>
        <translation>來自預設值</translation>
    </message>
    <message>
        <source>%1 is switched off as a whole</source>
        <translation>%1 整個已停用</translation>
    </message>
    <message>
        <source>Written as %1</source>
        <translation>原文：%1</translation>
    </message>
    <message numerus="yes">
        <source>Of all %n jobs</source>
        <translation>
            <numerusform>全部 %n 項工作合計</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %n jobs that are switched on</source>
        <translation>
            <numerusform>已啟用的 %n 項工作合計</numerusform>
        </translation>
    </message>
    <message>
        <source>The price of this model is not known for certain: this is a guess.</source>
        <translation>無法確定這個模型的價格，此為推估。</translation>
    </message>
</context>
<context>
    <name>ui::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>尚無工作</translation>
    </message>
    <message>
        <source>Add an image or a video, paste prompts (each line becomes a job), or open a batch file.</source>
        <translation>新增圖片或影片、貼上提示詞（每行一項工作），或開啟批次檔。</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>This job comes from %1. Edit it there.</source>
        <translation>這項工作來自 %1，請在那裡編輯。</translation>
    </message>
    <message>
        <source>This job is made by %1. Edit it there.</source>
        <translation>這項工作由 %1 產生，請在那裡編輯。</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往 %1</translation>
    </message>
</context>
<context>
    <name>ui::JsonField</name>
    <message>
        <source>This is no JSON yet: [&quot;text&quot;, 1, true] or {&quot;key&quot;: &quot;text&quot;}.</source>
        <translation>這還不是 JSON，應為 [&quot;text&quot;, 1, true] 或 {&quot;key&quot;: &quot;text&quot;} 的形式。</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Write keys and values in braces: {&quot;key&quot;: &quot;text&quot;, &quot;other&quot;: 1}.</source>
        <translation>請在大括號中寫鍵與值：{&quot;key&quot;: &quot;text&quot;, &quot;other&quot;: 1}。</translation>
    </message>
</context>
<context>
    <name>ui::KeySection</name>
    <message>
        <source>There is no key yet: batches go to the sandbox, for free.</source>
        <translation>還沒有金鑰：批次會在沙盒執行，免費。</translation>
    </message>
    <message>
        <source>Jobs go with the key from the environment (%1). It comes before any key that is given here.</source>
        <translation>使用環境變數（%1）中的金鑰。它優先於在這裡輸入的金鑰。</translation>
    </message>
    <message>
        <source>Jobs of this batch go with the key from the .env file beside it. It comes before any key that is given here.</source>
        <translation>這個批次使用旁邊 .env 檔中的金鑰。它優先於在這裡輸入的金鑰。</translation>
    </message>
    <message>
        <source>Jobs go with the key that was given for this session.</source>
        <translation>使用這次執行期間輸入的金鑰。</translation>
    </message>
    <message>
        <source>Jobs go with the key from the keychain.</source>
        <translation>使用鑰匙圈中的金鑰。</translation>
    </message>
    <message>
        <source>Atlas Cloud key</source>
        <translation>Atlas Cloud 金鑰</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Keep in keychain</source>
        <translation>存入鑰匙圈</translation>
    </message>
    <message>
        <source>Use for this session only</source>
        <translation>僅這次使用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>貼上金鑰</translation>
    </message>
    <message>
        <source>Key for Atlas Cloud</source>
        <translation>Atlas Cloud 的金鑰</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>顯示輸入的內容</translation>
    </message>
    <message>
        <source>Remove the key from the keychain and from this session</source>
        <translation>從鑰匙圈和這次執行中移除金鑰</translation>
    </message>
    <message>
        <source>This is no key: it holds spaces, or characters that keys don&apos;t have. Copy it again from Atlas Cloud.</source>
        <translation>這不是金鑰：其中有空格，或金鑰不會有的字元。請從 Atlas Cloud 重新複製。</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>等待鑰匙圈…</translation>
    </message>
    <message>
        <source>The key was not kept. %1</source>
        <translation>金鑰沒有儲存。%1</translation>
    </message>
    <message>
        <source>The key is kept in the keychain.</source>
        <translation>金鑰已存入鑰匙圈。</translation>
    </message>
    <message>
        <source>The key is used until Rushes is closed.</source>
        <translation>金鑰會使用到關閉 Rushes 為止。</translation>
    </message>
    <message>
        <source>The key is removed.</source>
        <translation>金鑰已移除。</translation>
    </message>
    <message>
        <source>The key is still in the keychain. %1</source>
        <translation>金鑰仍在鑰匙圈中。%1</translation>
    </message>
    <message>
        <source>%1 A key can be used for this session only; for longer, set %2 in the environment.</source>
        <translation>%1金鑰只能在這次使用；若要長期使用，設定環境變數 %2。</translation>
    </message>
    <message>
        <source>A key is kept encrypted in your desktop&apos;s keychain.</source>
        <translation>金鑰會加密存放在桌面環境的鑰匙圈。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
</context>
<context>
    <name>ui::LeftoversCard</name>
    <message>
        <source>Not a parameter of this model</source>
        <translation>不是這個模型的參數</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>多個值</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除「%1」</translation>
    </message>
    <message>
        <source>From the values for all jobs</source>
        <translation>來自所有工作的共用值</translation>
    </message>
</context>
<context>
    <name>ui::ListStatus</name>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Fetch the list of models anew</source>
        <translation>重新取回模型清單</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n models</source>
        <translation>
            <numerusform>%1／%n 個模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 個模型</numerusform>
        </translation>
    </message>
    <message>
        <source>fetching the list…</source>
        <translation>正在取回清單…</translation>
    </message>
</context>
<context>
    <name>ui::MadeCard</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n 項工作</numerusform>
        </translation>
    </message>
    <message>
        <source>an entry without a name</source>
        <translation>沒有名稱的項目</translation>
    </message>
    <message numerus="yes">
        <source>Edit these %n entries</source>
        <translation>
            <numerusform>編輯這 %n 個項目</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>編輯 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>開啟 %1</translation>
    </message>
    <message>
        <source>These jobs are made in different places: %1. Each is edited there.</source>
        <translation>這些工作來自不同的地方：%1。請在各自的地方編輯。</translation>
    </message>
    <message>
        <source>This job is made by %1. It is edited there.</source>
        <translation>這項工作由 %1 產生，請在那裡編輯。</translation>
    </message>
    <message>
        <source>These jobs are made by %1. They are edited there.</source>
        <translation>這些工作由 %1 產生，請在那裡編輯。</translation>
    </message>
    <message>
        <source>This job comes from %1. It is edited there.</source>
        <translation>這項工作來自 %1，請在那裡編輯。</translation>
    </message>
    <message>
        <source>These jobs come from %1. They are edited there.</source>
        <translation>這些工作來自 %1，請在那裡編輯。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of a list of values, and one of them: &quot;product: Aurora&quot;.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>take %1</source>
        <translation>鏡次 %1</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Change the jobs at once</source>
        <translation>變更同時執行數</translation>
    </message>
    <message>
        <source>%1 could not be opened. %2</source>
        <translation>無法開啟 %1。%2</translation>
    </message>
    <message>
        <source>%1 was not saved. %2</source>
        <translation>%1 未儲存。%2</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新批次</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Some jobs of %1 could not be read and are not shown. Mend the file and open it again; until then it is not written over.</source>
        <translation>%1 有些工作無法讀取，因此沒有顯示。修正檔案後重新開啟；在那之前不會覆寫它。</translation>
    </message>
    <message>
        <source>%1 holds something that Rushes doesn&apos;t know. It is kept as it is.</source>
        <translation>%1 含有 Rushes 不認得的內容，會原樣保留。</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>重新送出</translation>
    </message>
    <message>
        <source>Nobody knows whether the server accepted some of these jobs.</source>
        <translation>其中有些工作無法確認伺服器是否已接受。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>執行進行中</translation>
    </message>
    <message>
        <source>Some jobs are still being made.</source>
        <translation>有些工作仍在生成中。</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>開新批次</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Submit no more and fetch what was paid for (Ctrl+.)</source>
        <translation>不再送出，只取回已付費的結果（Ctrl+.）</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>重試失敗項目</translation>
    </message>
    <message>
        <source>&amp;Output folder…</source>
        <translation>輸出資料夾…</translation>
    </message>
    <message>
        <source>&amp;About Rushes</source>
        <translation>關於 Rushes</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近開啟的檔案(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批次(&amp;B)</translation>
    </message>
    <message>
        <source>The language changes when Rushes starts again.</source>
        <translation>重新啟動 Rushes 後即會變更語言。</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同時執行</translation>
    </message>
    <message>
        <source>How many jobs are generated at the same time</source>
        <translation>同時生成的工作數</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>同時執行的工作數</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清除清單</translation>
    </message>
    <message>
        <source>Where results go</source>
        <translation>存放結果的位置</translation>
    </message>
    <message>
        <source>Change the output folder</source>
        <translation>變更輸出資料夾</translation>
    </message>
    <message>
        <source>About Rushes</source>
        <translation>關於 Rushes</translation>
    </message>
    <message>
        <source>Rushes %1</source>
        <translation>Rushes %1</translation>
    </message>
    <message>
        <source>Makes images and videos in batches through Atlas Cloud, and keeps the bill in sight.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>透過 Atlas Cloud 批次生成圖片與影片，帳單一目了然。

自由軟體，採用 GNU 通用公共授權條款第 3 版或更新版本。</translation>
    </message>
    <message>
        <source>Run every job that is switched on and not made yet (Ctrl+R)</source>
        <translation>執行所有已啟用且尚未生成的工作（Ctrl+R）</translation>
    </message>
    <message>
        <source>Nothing is left to run. To make a job again, right-click it in the table and choose Run selected.</source>
        <translation>沒有待執行的工作。想重新生成某項工作，請在表格中按右鍵，選擇「執行所選」。</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>偏好設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Leave for later</source>
        <translation>稍後再取回(&amp;L)</translation>
    </message>
    <message>
        <source>End the run at once; what was paid for is fetched another time</source>
        <translation>立即結束執行；已付費的結果之後再取回</translation>
    </message>
    <message>
        <source>Sandbox: results are drawn on this computer, for free. To use Atlas Cloud, give a key in the preferences.</source>
        <translation>沙盒：結果在這台電腦上繪製，免費。要使用 Atlas Cloud，在偏好設定輸入金鑰。</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好設定…</translation>
    </message>
    <message>
        <source>%1 is running this batch.</source>
        <translation>%1 正在執行這個批次。</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>Save the batch first</source>
        <translation>先儲存批次</translation>
    </message>
    <message>
        <source>This batch has no file yet.</source>
        <translation>這個批次還沒有檔案。</translation>
    </message>
    <message>
        <source>What a run pays for is kept under the batch&apos;s file. With a file it can be found again, whatever happens.</source>
        <translation>執行所付費的內容記在批次檔名下。有了檔案，無論發生什麼都能找回。</translation>
    </message>
    <message>
        <source>Save and run</source>
        <translation>儲存並執行</translation>
    </message>
    <message>
        <source>If one was accepted the first time, you pay for both submissions.</source>
        <translation>如果第一次已被接受，兩次送出都要付費。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Give up what may have been accepted?</source>
        <translation>放棄可能已被接受的送出？</translation>
    </message>
    <message>
        <source>The jobs are drafts again, and the bill no longer counts these submissions. If one was accepted, it was charged all the same, and its result is not fetched.</source>
        <translation>工作會變回草稿，帳單不再計入這些送出。如果其中有已被接受的，費用仍已收取，結果也不會取回。</translation>
    </message>
    <message>
        <source>Stop submits no more, fetches what was paid for, and then goes on. Leave for later goes on at once: nothing is lost, and what was paid for is taken up when the batch is opened again.</source>
        <translation>「停止」不再送出，取回已付費的結果後繼續。「稍後再取回」會立即繼續：不會遺失任何結果，再次開啟批次時會接續取回已付費的部分。</translation>
    </message>
    <message>
        <source>Leave for later</source>
        <translation>稍後再取回</translation>
    </message>
    <message>
        <source>What was paid for and is not fetched yet will not be fetched any more. It stays on the bill. The jobs are drafts again: a run makes them anew, and you pay once more.</source>
        <translation>已付費但未取回的結果將不再取回，費用仍計入帳單。工作會變回草稿：執行時會重新製作，並再付一次費用。</translation>
    </message>
    <message>
        <source>Give up what was paid for?</source>
        <translation>放棄已付費的結果？</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Fetch models and prices</source>
        <translation>取回模型與價格(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>結果(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Parameters</source>
        <translation>參數(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Import jobs from a table…</source>
        <translation>從表格匯入工作(&amp;I)…</translation>
    </message>
    <message>
        <source>Import from the &amp;clipboard…</source>
        <translation>從剪貼簿匯入(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>匯出為 CSV(&amp;E)…</translation>
    </message>
    <message numerus="yes">
        <source>Beside %1, %n job(s) would start from other files than before: their paths are values of variables or lists. Write those anew, or bring the files along.</source>
        <translation>
            <numerusform>在 %1 旁邊，有 %n 項工作會從別的檔案開始：它們的路徑來自變數或清單的值。請改寫那些值，或把檔案一起搬過去。</numerusform>
        </translation>
    </message>
    <message>
        <source>A file that %1 includes was changed by another program. Its jobs are shown as they are now.</source>
        <translation>%1 引入的檔案已由其他程式變更，現在顯示新的內容。</translation>
    </message>
    <message>
        <source>%1 was changed by another program and is shown as it is now.</source>
        <translation>%1 已由其他程式變更，現在顯示新的內容。</translation>
    </message>
    <message>
        <source>A file that %1 includes was changed or is gone, and can&apos;t be included as it is now. Here everything is as before, and can be saved.</source>
        <translation>%1 引入的檔案有變更或不見了，現在無法引入。這裡的內容維持原樣，仍可儲存。</translation>
    </message>
    <message>
        <source>%1 was changed by another program and can&apos;t be read as it is now. Here everything is as before; until the file is mended, it is not saved over.</source>
        <translation>%1 已由其他程式變更，現在無法讀取。這裡的內容維持原樣；檔案修正之前不會覆寫它。</translation>
    </message>
    <message>
        <source>%1 was deleted or moved. Save writes it again.</source>
        <translation>%1 已刪除或移動。儲存會重新寫入它。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>%1 was changed by another program, and here too.</source>
        <translation>%1 已由其他程式變更，這裡也有變更。</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
    <message>
        <source>Save as a clean file</source>
        <translation>儲存為重新編排的檔案</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>匯出表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The table was written to %1.</source>
        <translation>表格已寫入 %1。</translation>
    </message>
    <message>
        <source>%1 was not written (%2).</source>
        <translation>沒有寫入 %1（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of %1 make no jobs. The details say what is wrong, and where.</source>
        <translation>
            <numerusform>%1 中有 %n 個項目沒有產生工作。詳細資料說明原因與位置。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MergeDetails</name>
    <message>
        <source>not said</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>這裡</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>檔案中</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>這裡的現況</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>In the file now</source>
        <translation>檔案的現況</translation>
    </message>
    <message>
        <source>As it is here</source>
        <translation>採用這裡的</translation>
    </message>
    <message>
        <source>As the file has it</source>
        <translation>採用檔案的</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>兩邊</translation>
    </message>
    <message numerus="yes">
        <source>The choice is for all %n that are selected.</source>
        <translation>
            <numerusform>這個選擇套用到選取的 %n 項。</numerusform>
        </translation>
    </message>
    <message>
        <source>Both sides changed it. Which of them holds?</source>
        <translation>兩邊都改了它。要採用哪一邊？</translation>
    </message>
    <message>
        <source>%1: as it is here</source>
        <translation>%1：採用這裡的</translation>
    </message>
    <message>
        <source>%1: as the file has it</source>
        <translation>%1：採用檔案的</translation>
    </message>
    <message>
        <source>Changed only here, and kept.</source>
        <translation>只在這裡變更，會保留。</translation>
    </message>
    <message>
        <source>Changed only in the file, and kept.</source>
        <translation>只在檔案中變更，會保留。</translation>
    </message>
    <message>
        <source>There is no such job.</source>
        <translation>沒有這項工作。</translation>
    </message>
</context>
<context>
    <name>ui::MergeDialog</name>
    <message>
        <source>Changed here and in the file</source>
        <translation>這裡與檔案都有變更</translation>
    </message>
    <message>
        <source>Others have changed %1 while it was changed here. The changes don&apos;t touch each other, so that both can be kept.</source>
        <translation>%1 在這裡編輯時，其他人也變更了它。兩邊的變更互不影響，可以都保留。</translation>
    </message>
    <message>
        <source>Others have changed %1 while it was changed here. What only one side changed is kept. Where both changed the same, choose which of them holds.</source>
        <translation>%1 在這裡編輯時，其他人也變更了它。只有一邊變更的會保留；兩邊都改的，請選擇採用哪一邊。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Kept from</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍後</translation>
    </message>
    <message>
        <source>Decide another time; until then the file is not saved</source>
        <translation>下次再決定；在那之前不會儲存檔案</translation>
    </message>
    <message>
        <source>Take the whole file</source>
        <translation>採用整個檔案</translation>
    </message>
    <message>
        <source>What was changed here is given up; Undo brings it back</source>
        <translation>放棄這裡的變更；可用復原取回</translation>
    </message>
    <message>
        <source>Keep all as it is here</source>
        <translation>全部保留這裡的</translation>
    </message>
    <message>
        <source>The next save takes back what others changed</source>
        <translation>下次儲存會取消其他人的變更</translation>
    </message>
    <message>
        <source>Bring both together</source>
        <translation>合併兩邊</translation>
    </message>
</context>
<context>
    <name>ui::MergeItems</name>
    <message>
        <source>Without a name</source>
        <translation>沒有名稱</translation>
    </message>
    <message>
        <source>The order of the jobs</source>
        <translation>工作的順序</translation>
    </message>
</context>
<context>
    <name>ui::MergeListModel</name>
    <message>
        <source>Moved</source>
        <translation>已移動</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已變更</translation>
    </message>
    <message>
        <source>Taken out of the file</source>
        <translation>檔案中已刪除</translation>
    </message>
    <message>
        <source>Taken out here</source>
        <translation>這裡已刪除</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已新增</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已刪除</translation>
    </message>
    <message>
        <source>Changed on both sides: %1</source>
        <translation>兩邊都變更：%1</translation>
    </message>
    <message>
        <source>Changed only here: %1</source>
        <translation>只在這裡變更：%1</translation>
    </message>
    <message>
        <source>Changed only in the file: %1</source>
        <translation>只在檔案中變更：%1</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>這裡</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Job or setting</source>
        <translation>工作或設定</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Kept from</source>
        <translation>採用</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>關閉這則訊息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資訊</translation>
    </message>
</context>
<context>
    <name>ui::ModelBrowser</name>
    <message>
        <source>Choose</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>選擇模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message numerus="yes">
        <source>Choose for %n jobs</source>
        <translation>
            <numerusform>為 %n 項工作選擇</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ui::ModelChoice</name>
    <message>
        <source>Change model</source>
        <translation>變更模型</translation>
    </message>
</context>
<context>
    <name>ui::ModelChoices</name>
    <message>
        <source>In this batch</source>
        <translation>這個批次中</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>所有模型…</translation>
    </message>
</context>
<context>
    <name>ui::ModelDelegate</name>
    <message>
        <source>Batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>Batch %1 → %2</source>
        <extracomment>The cost of the whole batch, now and with the model that a person is on.</extracomment>
        <translation>批次 %1 → %2</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetails</name>
    <message>
        <source>Favourite</source>
        <translation>我的最愛</translation>
    </message>
    <message>
        <source>Fetch its parameters</source>
        <translation>取回參數</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>關於這個模型</translation>
    </message>
    <message>
        <source>Select a model to see what it makes, takes and costs.</source>
        <translation>選取模型即可查看它生成什麼、接受哪些參數，以及費用。</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>接受的參數</translation>
    </message>
    <message>
        <source>Copy the model&apos;s id</source>
        <translation>拷貝模型 ID</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>供應商</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Typical time</source>
        <translation>通常耗時</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Estimates take %1 a result, as a guess.</source>
        <translation>預估時以每項結果 %1 粗估。</translation>
    </message>
    <message>
        <source>It takes no parameters.</source>
        <translation>這個模型沒有參數。</translation>
    </message>
    <message>
        <source>Its parameters are being fetched…</source>
        <translation>正在取回參數…</translation>
    </message>
    <message>
        <source>Its parameters aren&apos;t known yet: what a job gives it is sent unchecked, under the batch file&apos;s own names.</source>
        <translation>參數尚不明：工作的設定會以批次檔中的名稱送出，不經檢查。</translation>
    </message>
    <message>
        <source>No longer a favourite (Ctrl+D)</source>
        <translation>從我的最愛移除（Ctrl+D）</translation>
    </message>
    <message>
        <source>Keep as a favourite (Ctrl+D)</source>
        <translation>加入我的最愛（Ctrl+D）</translation>
    </message>
    <message>
        <source>The service no longer lists this model.</source>
        <translation>服務已不再列出這個模型。</translation>
    </message>
</context>
<context>
    <name>ui::ModelEditor</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name or id of a model</source>
        <translation>模型的名稱或 ID</translation>
    </message>
</context>
<context>
    <name>ui::ModelField</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name or id of a model</source>
        <translation>模型的名稱或 ID</translation>
    </message>
</context>
<context>
    <name>ui::ModelList</name>
    <message>
        <source>Cost by model</source>
        <translation>各模型費用</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
</context>
<context>
    <name>ui::ModelListDelegate</name>
    <message>
        <source>In use · %1</source>
        <extracomment>A model that the jobs at hand have: provider and kind.</extracomment>
        <translation>使用中 · %1</translation>
    </message>
</context>
<context>
    <name>ui::ModelListModel</name>
    <message>
        <source>%1 · no longer offered</source>
        <translation>%1 · 已不再提供</translation>
    </message>
    <message>
        <source>the jobs&apos; model now</source>
        <translation>工作目前的模型</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>我的最愛</translation>
    </message>
</context>
<context>
    <name>ui::ModelListView</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No longer a favourite (Ctrl+D)</source>
        <translation>從我的最愛移除（Ctrl+D）</translation>
    </message>
    <message>
        <source>Keep as a favourite (Ctrl+D)</source>
        <translation>加入我的最愛（Ctrl+D）</translation>
    </message>
</context>
<context>
    <name>ui::ModelNews</name>
    <message>
        <source>The list is new, but not the parameters of %1: they could not be fetched.</source>
        <translation>清單已更新，但無法取回 %1 的參數，這些參數維持原樣。</translation>
    </message>
    <message>
        <source>The parameters of %1 could not be fetched.</source>
        <translation>無法取回 %1 的參數。</translation>
    </message>
</context>
<context>
    <name>ui::MoneyField</name>
    <message>
        <source>$</source>
        <extracomment>Before an amount of US dollars that is being typed.</extracomment>
        <translation>US$</translation>
    </message>
</context>
<context>
    <name>ui::NothingFound</name>
    <message>
        <source>No model fits</source>
        <translation>沒有符合的模型</translation>
    </message>
    <message>
        <source>None has this kind, provider and price together.</source>
        <translation>沒有模型同時符合這個種類、供應商與價格。</translation>
    </message>
    <message>
        <source>None fits “%1” and what is chosen above.</source>
        <translation>沒有模型同時符合「%1」與上方的條件。</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>我的最愛中尚無模型</translation>
    </message>
    <message>
        <source>The star beside a model keeps it here.</source>
        <translation>按模型旁的星號，就會列在這裡。</translation>
    </message>
    <message>
        <source>No model was used yet</source>
        <translation>尚未使用過模型</translation>
    </message>
    <message>
        <source>Models that you choose for jobs are kept here.</source>
        <translation>為工作選擇過的模型會列在這裡。</translation>
    </message>
    <message>
        <source>No models are known</source>
        <translation>沒有模型資料</translation>
    </message>
    <message>
        <source>Refresh fetches the list.</source>
        <translation>按「重新整理」取回清單。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除篩選條件</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>顯示所有模型</translation>
    </message>
</context>
<context>
    <name>ui::NumberField</name>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>px</source>
        <comment>pixels</comment>
        <translation>px</translation>
    </message>
    <message>
        <source>fps</source>
        <comment>frames per second</comment>
        <translation>fps</translation>
    </message>
    <message>
        <source>%1, coarsely</source>
        <translation>%1（粗調）</translation>
    </message>
    <message>
        <source>This is no number yet.</source>
        <translation>這還不是數字。</translation>
    </message>
    <message>
        <source>Several</source>
        <comment>values, in little room</comment>
        <translation>多個值</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未設定</translation>
    </message>
</context>
<context>
    <name>ui::ParameterForm</name>
    <message>
        <source>Change %1</source>
        <extracomment>An undo step. %1 is a parameter&apos;s title.</extracomment>
        <translation>變更「%1」</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 jobs)</source>
        <translation>%1（%3 項工作中的 %2 項）</translation>
    </message>
</context>
<context>
    <name>ui::ParameterList</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>%1, required: %2</source>
        <translation>%1（必填）：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>parameter, what it may be</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::PastMessages</name>
    <message numerus="yes">
        <source>Fetching %n result(s) that are paid for. Nothing new is submitted.</source>
        <translation>
            <numerusform>正在取回 %n 項已付費的結果。不會送出新的工作。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) are paid for and not fetched yet.</source>
        <translation>
            <numerusform>有 %n 項結果已付費但未取回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are gone from the disk, and will be fetched again for nothing.</source>
        <translation>
            <numerusform>有 %n 個檔案已不在磁碟上，會免費重新取回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續取回</translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) may or may not have been accepted. They are not sent again by themselves.</source>
        <translation>
            <numerusform>有 %n 筆送出無法確認是否已被接受。它們不會自動重新送出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>%1 is running this batch. What it does shows here.</source>
        <extracomment>%1 is a program, such as &quot;rushes-cli (process 4711)&quot;.</extracomment>
        <translation>%1 正在執行這個批次。這裡會顯示它的進度。</translation>
    </message>
    <message>
        <source>Don&apos;t watch</source>
        <translation>不再旁觀</translation>
    </message>
    <message>
        <source>%1 is running this batch. The run begins by itself when it has ended.</source>
        <translation>%1 正在執行這個批次。等它結束後會自動開始執行。</translation>
    </message>
    <message>
        <source>Don&apos;t wait</source>
        <translation>不再等待</translation>
    </message>
    <message>
        <source>%1 is running this batch.</source>
        <translation>%1 正在執行這個批次。</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>旁觀</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Keep it aside and begin a new one</source>
        <translation>保留原檔並建立新的</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message numerus="yes">
        <source>The damaged ledger is kept as %1. %n of its entries could be read and are in the new one.</source>
        <translation>
            <numerusform>損壞的帳冊已保留為 %1。其中 %n 筆紀錄可以讀取，已移到新的帳冊。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PixelsField</name>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>px</source>
        <comment>pixels</comment>
        <translation>px</translation>
    </message>
    <message>
        <source>A side is a whole number of pixels.</source>
        <translation>邊長應為整數像素。</translation>
    </message>
    <message>
        <source>%1: width</source>
        <translation>%1：寬度</translation>
    </message>
    <message>
        <source>%1: height</source>
        <translation>%1：高度</translation>
    </message>
    <message>
        <source>Several</source>
        <comment>values, in little room</comment>
        <translation>多個值</translation>
    </message>
</context>
<context>
    <name>ui::PreferencesDialog</name>
    <message>
        <source>Resuming</source>
        <translation>接續取回</translation>
    </message>
    <message>
        <source>Otherwise Rushes says what waits, and asks first. Nothing new is submitted.</source>
        <translation>否則 Rushes 會說明有哪些結果待取回，並先詢問。不會送出新的工作。</translation>
    </message>
    <message>
        <source>Take up what is paid for as soon as a batch is opened</source>
        <translation>開啟批次時立即接續取回已付費的結果</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ui::PreviewModel</name>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
</context>
<context>
    <name>ui::PreviewPane</name>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Size, cost and time</source>
        <translation>尺寸、費用與時間</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tool tip and shortcut</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>Open it in its own program</source>
        <translation>用對應的程式開啟</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>在檔案管理員中顯示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>拷貝</translation>
    </message>
    <message>
        <source>Copy it to the clipboard</source>
        <translation>拷貝到剪貼簿</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width and height, px</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>cost</comment>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>made in %1 s</source>
        <translation>花 %1 秒生成</translation>
    </message>
    <message>
        <source>Make a video from this</source>
        <translation>用這個製作影片</translation>
    </message>
    <message>
        <source>Add a video job that begins with this picture</source>
        <translation>新增一項以這張圖片開始的影片工作</translation>
    </message>
</context>
<context>
    <name>ui::PromptDelegate</name>
    <message>
        <source>No prompt yet</source>
        <translation>尚無提示詞</translation>
    </message>
</context>
<context>
    <name>ui::PromptEditor</name>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>What to make, in words</source>
        <translation>用文字描述要生成什麼</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps the prompt, Esc leaves it as it was</source>
        <translation>Ctrl+Enter 套用提示詞，Esc 維持原樣</translation>
    </message>
</context>
<context>
    <name>ui::QueryBar</name>
    <message>
        <source>All kinds</source>
        <translation>所有種類</translation>
    </message>
    <message>
        <source>All for images</source>
        <translation>所有圖片模型</translation>
    </message>
    <message>
        <source>All for videos</source>
        <translation>所有影片模型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>供應商</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜尋模型</translation>
    </message>
    <message>
        <source>Search by name, provider or what it does</source>
        <translation>依名稱、供應商或用途搜尋</translation>
    </message>
    <message>
        <source>What one result costs at most: an image, or a clip of 5 s</source>
        <translation>單項結果的費用上限：一張圖片，或一段 5 秒的影片</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依據</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>我的最愛</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Part of the list</source>
        <translation>清單範圍</translation>
    </message>
    <message>
        <source>Any price</source>
        <translation>任何價格</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>最高 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>相關性</translation>
    </message>
    <message>
        <source>Typical time</source>
        <translation>通常耗時</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>所有供應商</translation>
    </message>
</context>
<context>
    <name>ui::ResultsPane</name>
    <message>
        <source>Number of results</source>
        <translation>結果數量</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>縮圖大小</translation>
    </message>
    <message>
        <source>Results: %1</source>
        <translation>結果：%1</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Results: %1 of %2</source>
        <translation>結果：%1／%2</translation>
    </message>
    <message numerus="yes">
        <source>Make %n videos from these</source>
        <translation>
            <numerusform>用這些製作 %n 支影片</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a video from this</source>
        <translation>用這個製作影片</translation>
    </message>
</context>
<context>
    <name>ui::RunMessages</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好設定…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation>仍要執行</translation>
    </message>
    <message>
        <source>Change the budget</source>
        <translation>變更預算</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>The network is away. The batch goes on by itself when it is back.</source>
        <translation>網路中斷。恢復後批次會自動繼續。</translation>
    </message>
    <message>
        <source>Leave for later</source>
        <translation>稍後再取回</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed: the table says why.</source>
        <translation>
            <numerusform>有 %n 項工作失敗：原因見表格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重試失敗項目</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of jobs that are no longer in the batch were fetched, into %1.</source>
        <translation>
            <numerusform>已取回 %n 個檔案，所屬工作已不在批次中，存放於 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) with errors were left out of this run: nothing is paid for them.</source>
        <translation>
            <numerusform>這次執行略過了 %n 項有錯誤的工作：不會為它們付費。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n jobs)</source>
        <extracomment>%1 is the entry or the file that makes so many jobs.</extracomment>
        <translation>
            <numerusform>%1（%n 項工作）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunServer</name>
    <message>
        <source>There is no key for %1. Set %2 in the environment, or in a .env file beside the batch.</source>
        <translation>沒有 %1 的金鑰。在環境變數或批次檔旁的 .env 檔設定 %2。</translation>
    </message>
    <message>
        <source>There is no key for %1. Give one in the preferences, or set %2 in the environment or in a .env file beside the batch.</source>
        <translation>沒有 %1 的金鑰。在偏好設定輸入，或在環境變數或批次檔旁的 .env 檔設定 %2。</translation>
    </message>
</context>
<context>
    <name>ui::RunSession</name>
    <message>
        <source>There is nothing to run: every job that is switched on has succeeded, is under way, or has an error to mend.</source>
        <translation>沒有可執行的工作：啟用的工作都已完成、正在進行，或有錯誤待修正。</translation>
    </message>
    <message>
        <source>The run that is under way goes to another server. Run these jobs when it has ended, or stop it first.</source>
        <translation>進行中的執行使用另一台伺服器。請等它結束再執行這些工作，或先停止它。</translation>
    </message>
    <message>
        <source>Not run, because what it starts from was changed after it was paid for: %1. Run the job that it starts from first; what was paid for is fetched, and can then be made anew.</source>
        <translation>沒有執行，因為作為起點的工作在付費後有變更：%1。請先執行作為起點的工作；已付費的會取回，之後可重新製作。</translation>
    </message>
    <message>
        <source>Not run a second time, because the same is under way for a job that the batch had before: %1.</source>
        <translation>沒有重複執行，因為批次先前的工作正在製作相同的內容：%1。</translation>
    </message>
</context>
<context>
    <name>ui::RunStatus</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>約剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>約剩 %n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1／%2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 項失敗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unresolved</source>
        <translation>
            <numerusform>%n 項待確認</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not run</source>
        <translation>
            <numerusform>%n 項未執行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid for and not fetched yet</source>
        <translation>
            <numerusform>%n 項已付費但未取回</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>stopping: fetching what was paid for</source>
        <translation>停止中：正在取回已付費的結果</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>執行進度</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) ready to run</source>
        <translation>
            <numerusform>%n 項工作可以執行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to run yet</source>
        <translation>尚無可執行的工作</translation>
    </message>
    <message>
        <source>about %1 h %2 min left</source>
        <translation>約剩 %1 小時 %2 分鐘</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>旁觀 %1</translation>
    </message>
</context>
<context>
    <name>ui::SeedField</name>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Any seed</source>
        <translation>任意種子</translation>
    </message>
    <message>
        <source>Throw a seed, and keep it for this and the next run</source>
        <translation>隨機選一個種子，這次與之後的執行都沿用</translation>
    </message>
    <message>
        <source>Throw a seed</source>
        <translation>隨機選種子</translation>
    </message>
    <message>
        <source>Another seed for every run</source>
        <translation>每次執行使用不同的種子</translation>
    </message>
    <message>
        <source>This is no number yet.</source>
        <translation>這還不是數字。</translation>
    </message>
</context>
<context>
    <name>ui::SharedValues</name>
    <message>
        <source>For all jobs</source>
        <translation>所有工作共用</translation>
    </message>
    <message>
        <source>Add a variable…</source>
        <translation>新增變數…</translation>
    </message>
    <message>
        <source>Variables stand in every job&apos;s texts in braces, such as {product}. The values below hold for the jobs that don&apos;t say them themselves.</source>
        <translation>變數以大括號寫在每項工作的文字中，例如 {product}。下面的值用於沒有自行指定的工作。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>長寬比</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Change the default size</source>
        <translation>變更預設尺寸</translation>
    </message>
    <message>
        <source>Change the default resolution</source>
        <translation>變更預設解析度</translation>
    </message>
    <message>
        <source>The file has further values for images or videos alone; they win over these, and stay as they are.</source>
        <translation>檔案中另有只適用於圖片或影片的值；那些值優先於這裡的，並維持原樣。</translation>
    </message>
    <message>
        <source>Included: %1. What is said here wins over what they say.</source>
        <translation>引入：%1。這裡的內容優先於它們。</translation>
    </message>
    <message>
        <source>Change the default length</source>
        <translation>變更預設長度</translation>
    </message>
    <message>
        <source>Change the default type</source>
        <translation>變更預設類型</translation>
    </message>
    <message>
        <source>Change the default model</source>
        <translation>變更預設模型</translation>
    </message>
    <message>
        <source>Change the default prompt</source>
        <translation>變更預設提示詞</translation>
    </message>
</context>
<context>
    <name>ui::SidePane</name>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Results or parameters</source>
        <translation>結果或參數</translation>
    </message>
</context>
<context>
    <name>ui::SizeEditor</name>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Make it %1 to %2, keeping the longer side</source>
        <translation>改為 %1 比 %2，保持長邊不變</translation>
    </message>
    <message>
        <source>Shape %1 to %2</source>
        <translation>比例 %1 比 %2</translation>
    </message>
    <message>
        <source>Length and resolution</source>
        <translation>長度與解析度</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Length: %1 to %2 s</source>
        <translation>長度：%1 到 %2 秒</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>長寬比</translation>
    </message>
</context>
<context>
    <name>ui::SpendingSection</name>
    <message>
        <source>Spending</source>
        <translation>花費</translation>
    </message>
    <message>
        <source>Limit what all batches may cost in a month</source>
        <translation>限制所有批次每月的費用</translation>
    </message>
    <message>
        <source>Monthly limit in US dollars</source>
        <translation>每月上限（美元）</translation>
    </message>
    <message>
        <source>How much this month has used is not known yet.</source>
        <translation>尚不清楚本月已用多少。</translation>
    </message>
    <message>
        <source>This month has used %1.</source>
        <translation>本月已用 %1。</translation>
    </message>
    <message>
        <source>This month has used %1, so that batches pause before the next job.</source>
        <translation>本月已用 %1，批次會在下一項工作前暫停。</translation>
    </message>
    <message>
        <source>This month has used %1; %2 is left.</source>
        <translation>本月已用 %1，還剩 %2。</translation>
    </message>
</context>
<context>
    <name>ui::SwitchField</name>
    <message>
        <source>On</source>
        <translation>開</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關</translation>
    </message>
</context>
<context>
    <name>ui::Takes</name>
    <message>
        <source>Not fetched</source>
        <translation>未取回</translation>
    </message>
    <message>
        <source>The file is gone. It will be fetched again for nothing.</source>
        <translation>檔案不見了，會免費重新取回。</translation>
    </message>
</context>
<context>
    <name>ui::TemplateCard</name>
    <message>
        <source>What all rows share</source>
        <translation>所有列共用</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>變數</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Put %1 into the text</source>
        <translation>把 %1 放入文字</translation>
    </message>
</context>
<context>
    <name>ui::TextField</name>
    <message>
        <source>%1 / %2</source>
        <extracomment>How many characters there are, and how many there may be.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>What to make, in words</source>
        <translation>用文字描述要生成什麼</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未設定</translation>
    </message>
</context>
<context>
    <name>ui::TypeDelegate</name>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
</context>
<context>
    <name>ui::UnreadableCard</name>
    <message>
        <source>This can&apos;t be read as a table</source>
        <translation>無法當作表格讀取</translation>
    </message>
</context>
<context>
    <name>ui::VariablesEdit</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>變數的名稱</translation>
    </message>
    <message>
        <source>Stands in the texts as {name}</source>
        <translation>在文字中寫成 {名稱}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>新增變數</translation>
    </message>
    <message>
        <source>Change variable</source>
        <translation>變更變數</translation>
    </message>
    <message>
        <source>Remove variable</source>
        <translation>移除變數</translation>
    </message>
</context>
<context>
    <name>ui::VariationsCard</name>
    <message>
        <source>Variations</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Add a list…</source>
        <translation>新增清單…</translation>
    </message>
    <message>
        <source>Switch all on</source>
        <translation>全部啟用</translation>
    </message>
    <message>
        <source>Add a variable…</source>
        <translation>新增變數…</translation>
    </message>
    <message>
        <source>A job for each value of a list, and for each take. A list&apos;s name stands in the texts in braces, such as {product}.</source>
        <translation>清單的每個值、每個鏡次各有一項工作。清單的名稱以大括號寫在文字中，例如 {product}。</translation>
    </message>
    <message>
        <source>A list of values; a column of a spreadsheet can be pasted into it</source>
        <translation>值的清單；可以貼上試算表的一欄</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>鏡次</translation>
    </message>
    <message>
        <source>How often each of them is made, with another seed</source>
        <translation>每一項要製作幾次，每次使用不同的種子</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>變數</translation>
    </message>
    <message>
        <source>A text that stands for a name in braces, in this entry alone</source>
        <translation>只在這個項目中，代替大括號內名稱的文字</translation>
    </message>
    <message>
        <source>Rename list</source>
        <translation>重新命名清單</translation>
    </message>
    <message>
        <source>Remove list</source>
        <translation>移除清單</translation>
    </message>
    <message>
        <source>Change list</source>
        <translation>變更清單</translation>
    </message>
    <message>
        <source>Add list</source>
        <translation>新增清單</translation>
    </message>
    <message>
        <source>Change takes</source>
        <translation>變更鏡次</translation>
    </message>
    <message numerus="yes">
        <source>%n switched off in the table</source>
        <translation>
            <numerusform>%n 項已在表格中停用</numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>沒有工作</translation>
    </message>
    <message>
        <source>One job, %1</source>
        <translation>一項工作，%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs, %2 together</source>
        <extracomment>How many of the jobs that an entry makes are switched on, and what these cost.</extracomment>
        <translation>
            <numerusform>%n 項工作中的 %1 項，合計 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs, %1 together</source>
        <extracomment>How many jobs an entry makes, and what they cost.</extracomment>
        <translation>
            <numerusform>%n 項工作，合計 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VideoPreview</name>
    <message>
        <source>Video preview</source>
        <translation>影片預覽</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空白鍵）</translation>
    </message>
    <message>
        <source>Play again and again</source>
        <translation>重複播放</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>靜音</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Position in the clip</source>
        <translation>影片中的位置</translation>
    </message>
    <message>
        <source>Time and length</source>
        <translation>時間與長度</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be played: %2. Open file plays it in another program.</source>
        <translation>無法播放「%1」：%2。按「開啟檔案」可用其他程式播放。</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>不明錯誤</translation>
    </message>
    <message>
        <source>This clip has no sound</source>
        <translation>這段影片沒有聲音</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>開啟聲音</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暫停（空白鍵）</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>position and length of a clip</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
</context>
<context>
    <name>ui::VideoSurface</name>
    <message>
        <source>Video</source>
        <translation>影片</translation>
    </message>
</context>
<context>
    <name>ui::ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>跟隨系統外觀</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>跟隨系統語言</translation>
    </message>
</context>
<context>
    <name>ui::ZoomBar</name>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>符合視窗</translation>
    </message>
    <message>
        <source>Show the whole image (0)</source>
        <translation>顯示整張圖片（0）</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Show every pixel as it is (1)</source>
        <translation>以實際像素顯示（1）</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>縮小（−）</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
</context>
<context>
    <name>ui::jobclipboard</name>
    <message numerus="yes">
        <source>The clipboard holds %Ln lines of text, and up to %1 become jobs at once. Nothing was pasted: copy fewer lines, or import them as a table.</source>
        <translation>
            <numerusform>剪貼簿有 %Ln 行文字，一次最多可變成 %1 項工作。沒有貼上任何內容：請少拷貝幾行，或當作表格匯入。</numerusform>
        </translation>
    </message>
    <message>
        <source>These jobs name their pictures by a list or a variable, which counts from the folder of this batch now: %1. Give them whole paths.</source>
        <extracomment>%1 are names of jobs.</extracomment>
        <translation>這些工作的圖片路徑來自清單或變數，現在會從這個批次的資料夾算起：%1。請改用完整路徑。</translation>
    </message>
</context>
<context>
    <name>ui::jobtext</name>
    <message>
        <source>Image</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <extracomment>A price for each second of video.</extracomment>
        <translation>%1／秒</translation>
    </message>
    <message>
        <source>%1–%2&#xa0;s</source>
        <extracomment>From the least to the most seconds that something usually takes.</extracomment>
        <translation>%1–%2&#xa0;秒</translation>
    </message>
    <message>
        <source>It may have been accepted; it is not sent again by itself.</source>
        <translation>可能已被接受，不會自動重新送出。</translation>
    </message>
    <message>
        <source>%1&#xa0;s</source>
        <extracomment>A length in seconds. The space before &quot;s&quot; does not break.</extracomment>
        <translation>%1&#xa0;秒</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>長寬比</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>負面提示詞</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>A size that the model chooses by itself.</extracomment>
        <translation>自動</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>A length times the price of a second.</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 each</source>
        <extracomment>A price for an image, or for a clip of any length.</extracomment>
        <translation>每項 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>The least of several prices.</extracomment>
        <translation>最低 %1</translation>
    </message>
    <message>
        <source>%1 was dropped from %2: %3 has none.</source>
        <extracomment>%1 is a parameter such as &quot;Seed&quot;, %2 a job&apos;s name, %3 a model&apos;s.</extracomment>
        <translation>已從「%2」捨棄：%1。%3 沒有這個參數。</translation>
    </message>
    <message>
        <source>Dropped from %1: %2. %3 has none of these.</source>
        <extracomment>%1 is a job&apos;s name, %2 several parameters such as &quot;Width, Height&quot;, %3 a model&apos;s name.</extracomment>
        <translation>已從「%1」捨棄：%2。%3 沒有這些參數。</translation>
    </message>
    <message>
        <source>%1 stays in %2, though %3 has none: the values for all jobs say it.</source>
        <extracomment>%1 is a parameter such as &quot;Seed&quot;, or several; %2 a job&apos;s name, %3 a model&apos;s.</extracomment>
        <translation>%1 仍留在 %2 中，雖然 %3 沒有這個參數：它來自所有工作的共用值。</translation>
    </message>
</context>
<context>
    <name>ui::modeltext</name>
    <message>
        <source>%1 for a second of video</source>
        <translation>影片每秒 %1</translation>
    </message>
    <message>
        <source>%1 for an image</source>
        <translation>每張圖片 %1</translation>
    </message>
    <message>
        <source>%1 for a video</source>
        <translation>每支影片 %1</translation>
    </message>
    <message>
        <source>Text to image</source>
        <translation>文字轉圖片</translation>
    </message>
    <message>
        <source>Image to image</source>
        <translation>圖片轉圖片</translation>
    </message>
    <message>
        <source>Text to video</source>
        <translation>文字轉影片</translation>
    </message>
    <message>
        <source>Image to video</source>
        <translation>圖片轉影片</translation>
    </message>
    <message>
        <source>Video to video</source>
        <translation>影片轉影片</translation>
    </message>
    <message>
        <source>Other kind</source>
        <translation>其他種類</translation>
    </message>
    <message>
        <source>Price unknown</source>
        <translation>價格不明</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <extracomment>At a resolution, such as 720p: a price.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>What a figure is now, and what it would be.</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>list</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>list: %1</source>
        <extracomment>A list of texts, of numbers, …</extracomment>
        <translation>清單：%1</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>開或關</translation>
    </message>
    <message>
        <source>file or address</source>
        <translation>檔案或網址</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>group of values</source>
        <translation>一組值</translation>
    </message>
    <message>
        <source>any value</source>
        <translation>任何值</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>After the first of a list of values: how many there are besides.</extracomment>
        <translation>%1，另有 %2 個</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message numerus="yes">
        <source>at most %n entries</source>
        <translation>
            <numerusform>最多 %n 個項目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n characters</source>
        <translation>
            <numerusform>最多 %n 個字元</numerusform>
        </translation>
    </message>
    <message>
        <source>in steps of %1</source>
        <translation>%1 的倍數</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>預設值：%1</translation>
    </message>
    <message>
        <source>A clip of %1: %2</source>
        <extracomment>A length: what a clip of it costs.</extracomment>
        <translation>%1 的影片：%2</translation>
    </message>
</context>
</TS>
